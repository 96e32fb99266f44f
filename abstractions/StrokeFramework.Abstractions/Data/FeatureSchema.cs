using System.Security.Cryptography;
using System.Text;

namespace StrokeFramework;

/// <summary>The columns of a feature table, in order, and a hash by which a model knows its features again.</summary>
public sealed class FeatureSchema
{
    /// <summary>Creates a schema.</summary>
    /// <exception cref="ArgumentException">There is no column, or two share a name.</exception>
    public FeatureSchema(IReadOnlyList<FeatureColumn> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        if (columns.Count == 0) throw new ArgumentException("A feature schema needs at least one column.", nameof(columns));
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (FeatureColumn column in columns)
        {
            if (!names.Add(column.Name)) throw new ArgumentException($"Two feature columns are named '{column.Name}'.", nameof(columns));
        }

        Columns = columns;
        // Names and units decide what a number means; the description may be reworded freely.
        string text = string.Join('\n', columns.Select(c => c.Name + "\t" + c.Unit));
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>The columns in order.</summary>
    public IReadOnlyList<FeatureColumn> Columns { get; }

    /// <summary>SHA-256 over names and units in order, as lower-case hexadecimal.</summary>
    public string Hash { get; }
}
