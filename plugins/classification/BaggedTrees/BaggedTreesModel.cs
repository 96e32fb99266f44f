using System.Globalization;

namespace StrokeFramework.BaggedTrees;

/// <summary>A fitted set of trees. Immutable; predicts from several threads.</summary>
internal sealed class BaggedTreesModel : IClassifierModel
{
    // A tree and as many rows stay near the processor.
    private const int BatchSize = 256;

    public BaggedTreesModel(ModelHeader header, IReadOnlyList<Tree> trees) => (Header, Trees) = (header, trees);

    /// <inheritdoc/>
    public IReadOnlyList<string> Classes => Header.Classes;

    /// <inheritdoc/>
    public string FeatureSchemaHash => Header.Features.SchemaHash;

    /// <summary>Features, their means, and classes.</summary>
    public ModelHeader Header { get; }

    /// <summary>The trees.</summary>
    public IReadOnlyList<Tree> Trees { get; }

    /// <inheritdoc/>
    /// <remarks>Values that are missing or not finite count as the training mean.</remarks>
    /// <exception cref="StageException">The rows have other features than the training rows had.</exception>
    public ClassProbabilities Predict(FeatureTable features)
    {
        ArgumentNullException.ThrowIfNull(features);
        Header.Features.Demand(features.Schema);
        int count = features.Rows.Count, width = Header.Features.Names.Count, classes = Classes.Count;
        var probabilities = new double[count * classes];
        var batch = new double[Math.Min(count, BatchSize) * width];
        for (int from = 0; from < count; from += BatchSize)
        {
            int size = Math.Min(BatchSize, count - from);
            for (int n = 0; n < size; n++) Fill(features.Rows[from + n].Values.Span, batch.AsSpan(n * width, width));
            foreach (Tree tree in Trees)
            {
                for (int n = 0; n < size; n++) tree.AddTo(batch.AsSpan(n * width, width), probabilities.AsSpan((from + n) * classes, classes));
            }
        }

        foreach (ref double probability in probabilities.AsSpan()) probability /= Trees.Count;
        var rows = new ReadOnlyMemory<double>[count];
        for (int n = 0; n < count; n++) rows[n] = probabilities.AsMemory(n * classes, classes);
        return new(Classes, rows, string.Create(CultureInfo.InvariantCulture, $"mean over {Trees.Count} trees of the class shares in the leaf; not calibrated"));
    }

    /// <inheritdoc/>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        stream.Write(ModelFormat.Write(this));
    }

    private void Fill(ReadOnlySpan<double> row, Span<double> filled)
    {
        for (int f = 0; f < row.Length; f++) filled[f] = double.IsFinite(row[f]) ? row[f] : Header.Standardizer.Means[f];
    }
}
