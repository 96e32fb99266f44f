namespace StrokeFramework;

/// <summary>Measurements of the lesions of one study: one row per lesion, or per lesion and slice.</summary>
public sealed class FeatureTable
{
    /// <summary>Creates a table.</summary>
    /// <exception cref="ArgumentException">A row has another number of values than the schema has columns.</exception>
    public FeatureTable(FeatureSchema schema, IReadOnlyList<FeatureRow> rows)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(rows);
        foreach (FeatureRow row in rows)
        {
            if (row.Values.Length != schema.Columns.Count)
                throw new ArgumentException($"A row has {row.Values.Length} values for {schema.Columns.Count} columns.", nameof(rows));
        }

        (Schema, Rows) = (schema, rows);
    }

    /// <summary>The columns.</summary>
    public FeatureSchema Schema { get; }

    /// <summary>The rows, in the order of the lesions; empty when there is no lesion.</summary>
    public IReadOnlyList<FeatureRow> Rows { get; }
}
