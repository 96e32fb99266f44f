using StrokeFramework.Manifest;

namespace StrokeFramework.ManifestWriter;

/// <summary>What the build asks for: lines of <c>key=value</c>; <c>reference</c> and <c>runtime</c> may repeat.</summary>
internal sealed class BuildRequest
{
    private readonly List<(string Key, string Value)> _lines;

    private BuildRequest(List<(string Key, string Value)> lines) => _lines = lines;

    public string Kind => Required("kind");

    public string Folder => Required("folder");

    public IEnumerable<string> References => All("reference");

    public static BuildRequest Read(string path)
    {
        var lines = new List<(string, string)>();
        foreach (string line in File.ReadLines(path))
        {
            int equals = line.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0) lines.Add((line[..equals].Trim(), line[(equals + 1)..].Trim()));
        }

        return new BuildRequest(lines);
    }

    public string Required(string key) =>
        All(key).FirstOrDefault(v => v.Length > 0) ?? throw new ManifestException($"The build gave no '{key}' for the manifest.");

    public string Optional(string key, string otherwise) => All(key).FirstOrDefault(v => v.Length > 0) ?? otherwise;

    public IEnumerable<string> All(string key) => _lines.Where(l => l.Key == key).Select(l => l.Value);
}
