using System.IO.Enumeration;

namespace StrokeFramework.Cli.Watching;

/// <summary>
/// The files that a result depends on, each with its time and length: the pipeline, everything in the plugin's project,
/// and beside it what other projects and builds are made of. Left out are build outputs, hidden folders, tests, and what
/// editors leave while they save.
/// </summary>
/// <remarks>Looked at again and again instead of by the system's notices, which network disks do not send.</remarks>
internal sealed class SourceSnapshot
{
    private static readonly string[] BuildOutputs = ["bin", "obj", "artifacts", "TestResults", "node_modules"];
    private static readonly string[] Sources = [".cs", ".csproj", ".props", ".targets", ".config", ".resx"];
    private static readonly string[] Unfinished = [".tmp", ".swp", ".swx", ".bak", ".orig"];
    private static readonly string[] Prose = [".md"];
    private static readonly string[] ForRestore = [".csproj", ".props", ".targets", ".config"];

    private readonly Dictionary<string, (DateTime Time, long Length)> _files = new(StringComparer.Ordinal);
    private readonly string _root;

    private SourceSnapshot(string root) => _root = root;

    /// <summary>Looks at the files as they are now.</summary>
    /// <param name="project">The plugin's project.</param>
    /// <param name="pipeline">The graph's file.</param>
    /// <param name="output">The folder of the results, which is nobody's source.</param>
    public static SourceSnapshot Take(PluginProject project, string pipeline, string output)
    {
        var snapshot = new SourceSnapshot(project.Watched);
        var walk = new FileSystemEnumerable<(string Path, DateTime Time, long Length)>(
            project.Watched,
            static (ref FileSystemEntry e) => (e.ToFullPath(), e.LastWriteTimeUtc.UtcDateTime, e.Length),
            new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.System })
        {
            ShouldRecursePredicate = (ref FileSystemEntry e) => !IsOutput(e.FileName) && e.ToFullPath() is var path && path != output && !HoldsTests(path),
            ShouldIncludePredicate = (ref FileSystemEntry e) => !e.IsDirectory && IsSource(e.FileName, isOfProject: IsBelow(e.Directory, project.Folder)),
        };
        foreach ((string path, DateTime time, long length) in walk) snapshot._files[path] = (time, length);
        var graph = new FileInfo(pipeline);
        if (graph.Exists) snapshot._files[graph.FullName] = (graph.LastWriteTimeUtc, graph.Length);
        return snapshot;
    }

    /// <summary>What differs from an earlier look; empty when nothing does.</summary>
    public IReadOnlyList<string> ChangedSince(SourceSnapshot earlier) =>
        [.. _files.Keys.Union(earlier._files.Keys, StringComparer.Ordinal).Where(f => Of(f) != earlier.Of(f)).Order(StringComparer.Ordinal)];

    /// <summary>When the newest of some files was saved; null when they are gone.</summary>
    public DateTime? SavedAt(IEnumerable<string> files) => files.Select(Of).Max(f => f?.Time);

    /// <summary>A file as its author knows it.</summary>
    public string NameOf(string file) => Path.GetRelativePath(_root, file) is var path && path.StartsWith("..", StringComparison.Ordinal) ? Path.GetFileName(file) : path;

    /// <summary>Whether a change of a file can change which packages a build needs.</summary>
    public static bool ConcernsPackages(string file) => ForRestore.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase) || Path.GetFileName(file) == "global.json";

    private (DateTime Time, long Length)? Of(string file) => _files.TryGetValue(file, out (DateTime, long) found) ? found : null;

    private static bool IsOutput(ReadOnlySpan<char> folder)
    {
        if (folder.StartsWith('.')) return true;
        foreach (string name in BuildOutputs)
        {
            if (folder.Equals(name, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    private static bool HoldsTests(string folder) => Directory.EnumerateFiles(folder, "*.csproj").Any(PluginProject.IsTests);

    private static bool IsBelow(ReadOnlySpan<char> folder, string project) =>
        folder.StartsWith(project, StringComparison.Ordinal) && (folder.Length == project.Length || folder[project.Length] == Path.DirectorySeparatorChar);

    private static bool IsSource(ReadOnlySpan<char> name, bool isOfProject)
    {
        if (name.StartsWith('.') || name.StartsWith('#') || name.EndsWith('~')) return false;
        string extension = Path.GetExtension(name).ToString();
        if (!isOfProject) return Sources.Contains(extension, StringComparer.OrdinalIgnoreCase);
        // A name without an extension is an editor's trial whether it may write here.
        return extension.Length > 0 && !Unfinished.Contains(extension, StringComparer.OrdinalIgnoreCase) && !Prose.Contains(extension, StringComparer.OrdinalIgnoreCase);
    }
}
