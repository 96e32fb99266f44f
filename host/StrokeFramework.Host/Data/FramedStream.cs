namespace StrokeFramework.Host.Data;

/// <summary>
/// Gives back bytes that were read ahead, then the rest of a stream, then further bytes. Reads only; does not close
/// the stream.
/// </summary>
internal sealed class FramedStream(ReadOnlyMemory<byte> before, Stream rest, ReadOnlyMemory<byte> after) : Stream
{
    private ReadOnlyMemory<byte> _before = before;
    private ReadOnlyMemory<byte> _after = after;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (!_before.IsEmpty) return Take(ref _before, buffer);
        int read = rest.Read(buffer);
        return read > 0 ? read : Take(ref _after, buffer);
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private static int Take(ref ReadOnlyMemory<byte> source, Span<byte> buffer)
    {
        int count = Math.Min(buffer.Length, source.Length);
        source.Span[..count].CopyTo(buffer);
        source = source[count..];
        return count;
    }
}
