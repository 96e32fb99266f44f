using System.Security.Cryptography;
using System.Text;

namespace StrokeFramework.Host.Caching;

/// <summary>Everything that a result depends on, and the SHA-256 over it under which the result is kept.</summary>
public sealed class CacheKey
{
    /// <summary>Makes a key; the order of the parts does not matter.</summary>
    /// <exception cref="ArgumentException">Two parts have one name.</exception>
    public CacheKey(IEnumerable<CachePart> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        CachePart[] sorted = [.. parts];
        Array.Sort(sorted, static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        var text = new StringBuilder();
        for (int p = 0; p < sorted.Length; p++)
        {
            if (p > 0 && sorted[p - 1].Name == sorted[p].Name) throw new ArgumentException($"Two parts of a key are named '{sorted[p].Name}'.", nameof(parts));
            // Lengths, so that no value can imitate the start of another part.
            text.Append(sorted[p].Name.Length).Append(' ').Append(sorted[p].Name).Append(sorted[p].Value.Length).Append(' ').Append(sorted[p].Value).Append('\n');
        }

        Parts = sorted;
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>The parts, ordered by name.</summary>
    public IReadOnlyList<CachePart> Parts { get; }

    /// <summary>SHA-256 of all parts, as lower-case hexadecimal digits.</summary>
    public string Hash { get; }
}
