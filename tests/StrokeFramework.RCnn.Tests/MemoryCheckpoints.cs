namespace StrokeFramework.RCnn.Tests;

/// <summary>Keeps the state of a training in memory.</summary>
internal sealed class MemoryCheckpoints : ICheckpointStore
{
    private byte[]? _state;

    public Stream? Open() => _state is null ? null : new MemoryStream(_state, writable: false);

    public void Write(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        _state = stream.ToArray();
    }

    public void Replace(byte[] state) => _state = state;
}
