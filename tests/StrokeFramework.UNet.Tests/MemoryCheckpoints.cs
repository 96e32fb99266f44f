namespace StrokeFramework.UNet.Tests;

/// <summary>Keeps the state of a training in memory.</summary>
internal sealed class MemoryCheckpoints : ICheckpointStore
{
    private byte[]? _state;

    public int Writes { get; private set; }

    public Stream? Open() => _state is null ? null : new MemoryStream(_state, writable: false);

    public void Write(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        _state = stream.ToArray();
        Writes++;
    }
}
