using System.Diagnostics;
using System.Text.RegularExpressions;

namespace StrokeFramework.Cli.Watching;

/// <summary>
/// Builds the plugin again and again onto a shelf of its own. The compiler stays between builds under a name of its own,
/// which saves most of the time, and ends with the watch.
/// </summary>
internal sealed partial class PluginBuild(PluginProject project, string shelf) : IAsyncDisposable
{
    private static readonly string CompilerName = $"stroke-watch-{Environment.ProcessId}";
    private string? _compiler;
    private bool _isWarm;

    /// <summary>Builds the plugin, the projects that it references with it.</summary>
    /// <param name="restore">Whether to see to packages first; an edited source file needs none.</param>
    /// <param name="cancellation">The user's wish to stop.</param>
    /// <exception cref="RequestException">The SDK is missing, or the project is no plugin's.</exception>
    public async Task<BuildResult> RunAsync(bool restore, CancellationToken cancellation)
    {
        _compiler ??= await FindCompilerAsync(cancellation).ConfigureAwait(false);
        long clock = Stopwatch.GetTimestamp();
        string[] arguments =
        [
            "build", project.File, "-c", "Release", "-nologo", "-v", "quiet", "-clp:NoSummary", "-m:1", "-nodeReuse:false",
            // A shelf that is the author's own holds what was built last, no older version.
            $"-p:PluginShelf={Escape(shelf)}/", "-p:PluginShelfIsOwn=true",
        ];
        if (!restore) arguments = [.. arguments, "--no-restore"];
        // The compiler takes longest the first time. That is had now, though nothing may need it, rather than at the first edit:
        // an output that never exists makes the project look as if it had changed.
        if (!_isWarm) arguments = [.. arguments, "-p:NonExistentFile=never-made"];
        CommandResult result = await RunAsync(arguments, cancellation).ConfigureAwait(false);
        _isWarm |= result.ExitCode == 0;
        TimeSpan time = Stopwatch.GetElapsedTime(clock);
        if (result.ExitCode != 0) return new(false, Errors(result.Output), time);
        if (!Directory.Exists(shelf) || !Directory.EnumerateFiles(shelf, "plugin.json", SearchOption.AllDirectories).Any())
            throw new RequestException($"'{project.Name}' is built, but it is no plugin: it lacks the package StrokeFramework.Plugin.Sdk. Make one by 'dotnet new stroke-segmenter'.");
        return new(true, [], time);
    }

    public async ValueTask DisposeAsync()
    {
        if (_compiler is not null) await RunAsync([_compiler, "-shutdown", $"-pipename:{CompilerName}"], CancellationToken.None).ConfigureAwait(false);
    }

    private async Task<string> FindCompilerAsync(CancellationToken cancellation)
    {
        CommandResult result = await RunAsync(["msbuild", project.File, "-nologo", "-getProperty:RoslynTargetsPath"], cancellation).ConfigureAwait(false);
        if (result.ExitCode != 0) throw new RequestException($"'{project.Name}' cannot be read: {string.Join(Environment.NewLine, Errors(result.Output))}");
        return Path.Combine(result.Output.Trim(), "bincore", "VBCSCompiler.dll");
    }

    private Task<CommandResult> RunAsync(string[] arguments, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = project.Folder };
        foreach (string argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["UseSharedCompilation"] = "true";
        start.Environment["SharedCompilationId"] = CompilerName;
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        return CommandProcess.RunAsync(start, cancellation);
    }

    /// <summary>The errors of a build without what only machines read; everything it said when none is recognized.</summary>
    private List<string> Errors(string output)
    {
        List<string> errors = [.. ErrorLine().Matches(output).Select(m => $"{Place(m)}{m.Groups["code"].Value}: {m.Groups["text"].Value.Trim()}").Distinct(StringComparer.Ordinal)];
        return errors.Count > 0 ? errors : [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }

    private string Place(Match error)
    {
        if (error.Groups["file"].Value is not { Length: > 0 } file || error.Groups["line"].Value is not { Length: > 0 } line) return "";
        return $"{(Path.IsPathRooted(file) ? Path.GetRelativePath(project.Watched, file) : file)}({line}): ";
    }

    // A semicolon or a comma would begin another property.
    private static string Escape(string path) => path.Replace("%", "%25", StringComparison.Ordinal).Replace(";", "%3B", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);

    [GeneratedRegex(@"^\s*(?<file>.*?)(\((?<line>\d+)[\d,]*\))?\s*: error (?<code>\w+): (?<text>.*?)( \[[^\[\]]*proj\S*\])?\s*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex ErrorLine();
}
