using System.Globalization;

namespace StrokeFramework.Svm;

/// <summary>A fitted set of pairwise machines. Immutable; predicts from several threads and without OpenCV.</summary>
internal sealed class SvmModel : IClassifierModel
{
    public SvmModel(FeatureNames features, IReadOnlyList<string> classes, Standardizer standardizer, MachineSet machines, Decoder decoder) =>
        (Features, Classes, Standardizer, Machines, Decoder) = (features, classes, standardizer, machines, decoder);

    /// <inheritdoc/>
    public IReadOnlyList<string> Classes { get; }

    /// <inheritdoc/>
    public string FeatureSchemaHash => Features.SchemaHash;

    /// <summary>The features that it was fitted on.</summary>
    public FeatureNames Features { get; }

    /// <summary>The shift and scale of each feature.</summary>
    public Standardizer Standardizer { get; }

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
        if (features.Schema.Hash != FeatureSchemaHash)
        {
            throw new StageException(
                $"The model was fitted on other features ({Features}) than it is given ({FeatureNames.Of(features.Schema)}). "
                + "Use the feature settings of the training, or train the model again.");
        }

        var standardized = new double[Features.Names.Count];
        var kernels = new double[Machines.Bank.PaddedCount];
        var decisions = new double[Machines.Machines.Count];
        var probabilities = new double[features.Rows.Count * Classes.Count];
        var rows = new ReadOnlyMemory<double>[features.Rows.Count];
        for (int n = 0; n < rows.Length; n++)
        {
            Standardizer.Apply(features.Rows[n].Values.Span, standardized);
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
