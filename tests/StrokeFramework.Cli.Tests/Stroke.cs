using System.Diagnostics;
using System.Reflection;
using StrokeFramework.TestSupport;

namespace StrokeFramework.Cli.Tests;

/// <summary>Runs the program as a user does: as a process of its own, with its own folder for the user's plugins.</summary>
internal static class Stroke
{
    private static readonly string Configuration =
        typeof(Stroke).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "Configuration").Value!;

    public static string Artifacts => Path.Combine(SharedData.RepositoryRoot, "artifacts");

    /// <summary>The shelf of the plugins that come with the program.</summary>
    public static string BundledShelf => Path.Combine(Artifacts, "plugins", Configuration);

    /// <summary>The shelf of a plugin that was made for tests.</summary>
    public static string TestShelf(string project) => Path.Combine(Artifacts, "test-plugins", Configuration, project);

    public static async Task<StrokeResult> RunAsync(string[] arguments, string? home = null, Func<Process, Task>? meanwhile = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(Artifacts, "bin", "StrokeFramework.Cli", Configuration, "stroke.dll"));
        foreach (string argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["STROKE_HOME"] = home ?? Path.Combine(Path.GetTempPath(), "stroke-no-home");
        // A test sees what it runs, not what another one left.
        start.Environment["STROKE_CACHE"] = "off";
        start.Environment.Remove("STROKE_CACHE_LIMIT");
        foreach ((string name, string value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        try
        {
            if (meanwhile is not null) await meanwhile(process);
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
            await process.WaitForExitAsync(limit.Token);
            return new(process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }
}
