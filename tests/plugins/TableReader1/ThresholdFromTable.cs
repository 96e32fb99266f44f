using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using CsvHelper;

namespace Example;

/// <summary>Marks what is brighter than a threshold, which it reads with its own version of a CSV library.</summary>
[Stage("threshold-from-table", "1.0.0", Title = "Threshold from a table", Description = "Marks what is brighter than a threshold.")]
public sealed class ThresholdFromTable : Segmenter<ThresholdFromTable.Settings>
{
    /// <summary>The parameters.</summary>
    public sealed record Settings
    {
        /// <summary>A one-cell table.</summary>
        [Description("A table with one cell."), Required] public string Table { get; init; } = "100";
    }

    /// <inheritdoc/>
    public override Segmentation Segment(DiffusionStudy study, StageContext context)
    {
        using var reader = new CsvParser(new StringReader(Parameters.Table), CultureInfo.InvariantCulture);
        reader.Read();
#if VERSION1
        const byte Label = 1;
#else
        const byte Label = 2;
#endif
        float threshold = float.Parse(reader.Record![0], CultureInfo.InvariantCulture);
        context.Log?.Information($"CsvHelper {typeof(CsvParser).Assembly.GetName().Version}");
        var labels = new byte[study.Dwi.Span.Length];
        for (int v = 0; v < labels.Length; v++) labels[v] = study.Dwi.Span[v] > threshold ? Label : (byte)0;
        return new(new Volume<byte>(study.Geometry, labels));
    }
}
