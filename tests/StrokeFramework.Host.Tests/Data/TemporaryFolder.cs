namespace StrokeFramework.Host.Tests.Data;

/// <summary>A folder of its own for one test, removed afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("stroke-tests-").FullName;

    /// <summary>The path of a file below the folder; its parent folders are made.</summary>
    public string File(params string[] parts)
    {
        string path = System.IO.Path.Combine([Path, .. parts]);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        return path;
    }

    public string Write(byte[] content, params string[] parts)
    {
        string path = File(parts);
        System.IO.File.WriteAllBytes(path, content);
        return path;
    }

    public string Write(string content, params string[] parts) => Write(System.Text.Encoding.UTF8.GetBytes(content), parts);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
