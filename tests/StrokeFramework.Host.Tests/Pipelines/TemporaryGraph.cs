namespace StrokeFramework.Host.Tests.Pipelines;

/// <summary>A graph in a file that is gone after the test.</summary>
internal sealed class TemporaryGraph : IDisposable
{
    public TemporaryGraph(string json)
    {
        Path = System.IO.Path.GetTempFileName();
        File.WriteAllText(Path, json);
    }

    public string Path { get; }

    public void Dispose() => File.Delete(Path);
}
