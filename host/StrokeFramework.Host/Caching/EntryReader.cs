namespace StrokeFramework.Host.Caching;

/// <summary>Takes the content of an entry apart.</summary>
internal static class EntryReader
{
    /// <summary>Reads an entry's content. Its checksum has been looked at before, so what goes wrong here was written by other code under the same number.</summary>
    /// <exception cref="InvalidDataException">The bytes are not what was expected.</exception>
    public static T Parse<T>(ReadOnlyMemory<byte> content, Func<BinaryReader, T> parse)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(content.ToArray(), writable: false));
            return parse(reader);
        }
        catch (Exception e) when (e is IOException or ArgumentException or FormatException or OverflowException)
        {
            throw new InvalidDataException("An entry of the cache is malformed.", e);
        }
    }
}
