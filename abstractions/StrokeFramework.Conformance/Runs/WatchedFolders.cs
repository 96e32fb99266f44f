namespace StrokeFramework.Conformance.Runs;

/// <summary>
/// Makes two empty folders the temporary and the current one while it lives, so that what a stage leaves there can be
/// told from what others write. Both belong to the whole process.
/// </summary>
internal sealed class WatchedFolders : IDisposable
{
    // Unix looks at the first, Windows at the others.
    private static readonly string[] Variables = ["TMPDIR", "TMP", "TEMP"];

    private readonly string?[] _variables = [.. Variables.Select(Environment.GetEnvironmentVariable)];
    private readonly string _current = Environment.CurrentDirectory;
    private readonly string _root = Directory.CreateTempSubdirectory("stroke-conformance-").FullName;

    public WatchedFolders()
    {
        string temporary = Directory.CreateDirectory(Path.Combine(_root, "temporary folder")).FullName;
        Environment.CurrentDirectory = Directory.CreateDirectory(Path.Combine(_root, "current folder")).FullName;
        foreach (string name in Variables) Environment.SetEnvironmentVariable(name, temporary);
    }

    /// <summary>The files and folders in them, such as <c>current folder/debug.txt</c>.</summary>
    public string[] Left() =>
    [
        .. Directory.EnumerateFileSystemEntries(_root, "*", SearchOption.AllDirectories)
            .Select(e => Path.GetRelativePath(_root, e).Replace('\\', '/'))
            .Where(e => e.Contains('/', StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    public void Dispose()
    {
        Environment.CurrentDirectory = _current;
        for (int n = 0; n < Variables.Length; n++) Environment.SetEnvironmentVariable(Variables[n], _variables[n]);
        Directory.Delete(_root, recursive: true);
    }
}
