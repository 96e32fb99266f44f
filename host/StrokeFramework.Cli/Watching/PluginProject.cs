namespace StrokeFramework.Cli.Watching;

/// <summary>The project of the plugin that its author works on.</summary>
/// <param name="File">The csproj.</param>
/// <param name="Watched">The folder that was named: the project's own, or one above it.</param>
internal sealed record PluginProject(string File, string Watched)
{
    private const string Sdk = "StrokeFramework.Plugin.Sdk";

    // A solution's folder, its src, the project.
    private const int Depth = 2;

    /// <summary>The project's folder.</summary>
    public string Folder => Path.GetDirectoryName(File)!;

    /// <summary>The project as its author knows it: its path from the folder that was named.</summary>
    public string Name => Path.GetRelativePath(Watched, File);

    /// <summary>Where results lie unless the author says otherwise: among the project's build outputs, which no build compiles.</summary>
    public string UsualOutput => Path.Combine(Folder, "bin", "watch");

    /// <summary>Finds the project in a folder or, as templates lay it out, in a folder below it beside its tests.</summary>
    /// <exception cref="RequestException">There is none, or there are several.</exception>
    public static PluginProject Find(string folder)
    {
        string watched = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (!Directory.Exists(watched)) throw new RequestException($"There is no folder '{folder}'. Give the folder of a plugin's project, such as 'dotnet new stroke-segmenter' makes.");
        string[] found = Directory.GetFiles(watched, "*.csproj");
        if (found.Length == 0) found = Below(watched);
        return found switch
        {
            [string one] => new(one, watched),
            [] => throw new RequestException($"'{folder}' holds no project. Give the folder of a plugin's project, such as 'dotnet new stroke-segmenter' makes."),
            _ => throw new RequestException($"'{folder}' holds several projects: {string.Join(", ", found.Take(4).Select(f => Path.GetRelativePath(watched, f)))}{(found.Length > 4 ? ", …" : "")}. Give the folder of the plugin's."),
        };
    }

    /// <summary>Whether a project tests another one, so that no plugin depends on it.</summary>
    public static bool IsTests(string project) => Path.GetFileNameWithoutExtension(project).EndsWith("Tests", StringComparison.OrdinalIgnoreCase);

    private static string[] Below(string folder)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = Depth };
        string[] projects = [.. Directory.EnumerateFiles(folder, "*.csproj", options).Where(p => !IsTests(p)).Order(StringComparer.Ordinal)];
        string[] plugins = [.. projects.Where(p => System.IO.File.ReadAllText(p).Contains(Sdk, StringComparison.Ordinal))];
        return plugins.Length > 0 ? plugins : projects;
    }
}
