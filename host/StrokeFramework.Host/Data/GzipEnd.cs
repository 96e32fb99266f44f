using System.IO.Compression;

namespace StrokeFramework.Host.Data;

/// <summary>
/// A gzip member of known content that is put after a compressed file. The decompressor does not say whether its input
/// ended in the middle; but only when every member of the file was complete, and its checksum right, does it go on to
/// this one, so that what it gives ends with <see cref="Content"/>.
/// </summary>
internal static class GzipEnd
{
    /// <summary>The compressed member.</summary>
    public static ReadOnlyMemory<byte> Member { get; } = Pack();

    /// <summary>What the member unpacks to.</summary>
    public static ReadOnlySpan<byte> Content => "\0end-of-the-file\n"u8;

    private static byte[] Pack()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(Content);
        return packed.ToArray();
    }
}
