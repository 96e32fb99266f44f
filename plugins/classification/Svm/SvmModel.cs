using System.Globalization;

namespace StrokeFramework.Svm;

/// <summary>A fitted set of pairwise machines. Immutable; predicts from several threads and without OpenCV.</summary>
internal sealed class SvmModel : IClassifierModel
{
    public SvmModel(ModelHeader header, MachineSet machines, Decoder decoder) => (Header, Machines, Decoder) = (header, machines, decoder);

    /// <inheritdoc/>
    public IReadOnlyList<string> Classes => Header.Classes;

    /// <inheritdoc/>
    public string FeatureSchemaHash => Header.Features.SchemaHash;

    /// <summary>Features, their shift and scale, and classes.</summary>
    public ModelHeader Header { get; }

    /// <summary>The machines.</summary>
    public MachineSet Machines { get; }

    /// <summary>How their answers become probabilities.</summary>
    public Decoder Decoder { get; }

    /// <inheritdoc/>
    /// <remarks>Values that are missing or not finite count as the training mean.</remarks>
    /// <exception cref="StageException">The rows have other features than the training rows had.</exception>
    public ClassProbabilities Predict(FeatureTable features)
    {
        ArgumentNullException.ThrowIfNull(features);
        Header.Features.Demand(features.Schema);
        var standardized = new double[Header.Features.Names.Count];
        var kernels = new double[Machines.Bank.PaddedCount];
        var decisions = new double[Machines.Machines.Count];
        var probabilities = new double[features.Rows.Count * Classes.Count];
        var rows = new ReadOnlyMemory<double>[features.Rows.Count];
        for (int n = 0; n < rows.Length; n++)
        {
            Header.Standardizer.Apply(features.Rows[n].Values.Span, standardized);
            Machines.Decide(standardized, kernels, decisions);
            Memory<double> row = probabilities.AsMemory(n * Classes.Count, Classes.Count);
            Decoder.Decode(decisions, row.Span);
            rows[n] = row;
        }

        return new(Classes, rows, Method());
    }

    /// <inheritdoc/>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        stream.Write(ModelFormat.Write(this));
    }

    private string Method() => Decoder.Rule == DecodingRule.Votes
        ? "share of pairwise votes won; not calibrated"
        : string.Create(
            CultureInfo.InvariantCulture,
            $"softmax of the negated average hinge loss over the pairwise machines, times {Decoder.Temperature:G4} as fitted on the training rows themselves; not calibrated on others");
}
