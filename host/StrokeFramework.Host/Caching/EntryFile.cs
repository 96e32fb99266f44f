using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace StrokeFramework.Host.Caching;

/// <summary>
/// The frame of every small file in the cache: a magic word, the format's number, the key it was written under, the
/// content, and a checksum over all of that. A file that is damaged, cut short, of another format or put under another
/// key is no entry.
/// </summary>
internal static class EntryFile
{
    /// <summary>The format that this program writes and reads; another one is treated as absent.</summary>
    public const int Format = 1;

    private const int KeyLength = 32, SumLength = 16;
    private static readonly byte[] Magic = Encoding.ASCII.GetBytes("STROKECACHE\n");
    private static readonly int HeadLength = Magic.Length + sizeof(int) + KeyLength;

    /// <summary>The bytes of an entry.</summary>
    /// <param name="key">A SHA-256 as hexadecimal digits.</param>
    /// <param name="content">The content.</param>
    public static byte[] Frame(string key, ReadOnlySpan<byte> content)
    {
        var bytes = new byte[HeadLength + content.Length + SumLength];
        Magic.CopyTo(bytes, 0);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(Magic.Length), Format);
        Convert.FromHexString(key).CopyTo(bytes, Magic.Length + sizeof(int));
        content.CopyTo(bytes.AsSpan(HeadLength));
        XxHash128.Hash(bytes.AsSpan(0, bytes.Length - SumLength), bytes.AsSpan(bytes.Length - SumLength));
        return bytes;
    }

    /// <summary>The content of an entry; null when the bytes are no whole entry of this format and key.</summary>
    public static ReadOnlyMemory<byte>? Open(string key, byte[] bytes)
    {
        if (bytes.Length < HeadLength + SumLength || !bytes.AsSpan().StartsWith(Magic)) return null;
        if (BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(Magic.Length)) != Format) return null;
        if (!bytes.AsSpan(Magic.Length + sizeof(int), KeyLength).SequenceEqual(Convert.FromHexString(key))) return null;
        int end = bytes.Length - SumLength;
        if (!XxHash128.Hash(bytes.AsSpan(0, end)).AsSpan().SequenceEqual(bytes.AsSpan(end))) return null;
        return bytes.AsMemory(HeadLength, end - HeadLength);
    }
}
