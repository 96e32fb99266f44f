using System.Runtime.Intrinsics;

namespace StrokeFramework.WeightedKnn;

/// <summary>The training rows and how they vote. Immutable; predicts from several threads.</summary>
internal sealed class WeightedKnnModel : IClassifierModel
{
    public WeightedKnnModel(ModelHeader header, int neighbors, NeighborWeighting weighting, int[] labels, RowBank bank) =>
        (Header, Neighbors, Weighting, Labels, Bank) = (header, neighbors, weighting, labels, bank);

    /// <inheritdoc/>
    public IReadOnlyList<string> Classes => Header.Classes;

    /// <inheritdoc/>
    public string FeatureSchemaHash => Header.Features.SchemaHash;

    /// <summary>Features, their shift and scale, and classes.</summary>
    public ModelHeader Header { get; }

    /// <summary>How many neighbors are asked.</summary>
    public int Neighbors { get; }

    /// <summary>How much each counts.</summary>
    public NeighborWeighting Weighting { get; }

    /// <summary>The class of each training row.</summary>
    public int[] Labels { get; }

    /// <summary>The standardized training rows.</summary>
    public RowBank Bank { get; }

    /// <inheritdoc/>
    /// <remarks>Values that are missing or not finite count as the training mean.</remarks>
    /// <exception cref="StageException">The rows have other features than the training rows had.</exception>
    public ClassProbabilities Predict(FeatureTable features)
    {
        ArgumentNullException.ThrowIfNull(features);
        Header.Features.Demand(features.Schema);
        var standardized = new double[Bank.Features];
        var lanes = new Vector256<double>[Bank.Features];
        var nearest = new NeighborList(Math.Min(Neighbors, Bank.Count));
        var probabilities = new double[features.Rows.Count * Classes.Count];
        var rows = new ReadOnlyMemory<double>[features.Rows.Count];
        for (int n = 0; n < rows.Length; n++)
        {
            Header.Standardizer.Apply(features.Rows[n].Values.Span, standardized);
            for (int f = 0; f < lanes.Length; f++) lanes[f] = Vector256.Create(standardized[f]);
            Find(lanes, nearest);
            Memory<double> row = probabilities.AsMemory(n * Classes.Count, Classes.Count);
            Vote(nearest, row.Span);
            rows[n] = row;
        }

        string weights = Weighting == NeighborWeighting.InverseSquare ? "share of the weight 1/d²" : "share";
        return new(Classes, rows, $"{weights} among the {nearest.Capacity} nearest training rows; not calibrated");
    }

    /// <inheritdoc/>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        stream.Write(ModelFormat.Write(this));
    }

    private void Find(ReadOnlySpan<Vector256<double>> row, NeighborList nearest)
    {
        nearest.Clear();
        var limit = Vector256.Create(double.PositiveInfinity);
        for (int block = 0; block < Bank.Blocks; block++)
        {
            Bank.SquaredDistances(block, row, out Vector256<double> low, out Vector256<double> high);
            if (!Vector256.LessThanAny(Vector256.Min(low, high), limit)) continue;
            int first = block * RowBank.BlockSize;
            for (int lane = 0; lane < Vector256<double>.Count; lane++) nearest.Offer(first + lane, low[lane]);
            for (int lane = 0; lane < Vector256<double>.Count; lane++) nearest.Offer(first + Vector256<double>.Count + lane, high[lane]);
            limit = Vector256.Create(nearest.Limit);
        }
    }

    private void Vote(NeighborList nearest, Span<double> shares)
    {
        shares.Clear();
        ReadOnlySpan<double> squares = nearest.SquaredDistances;
        double sum = 0;
        for (int n = 0; n < squares.Length; n++)
        {
            // Against the nearest, so that no weight overflows however near it is.
            double weight = Weighting == NeighborWeighting.Equal || squares[n] == squares[0] ? 1 : squares[0] / squares[n];
            shares[Labels[nearest.Rows[n]]] += weight;
            sum += weight;
        }

        foreach (ref double share in shares) share /= sum;
    }
}
