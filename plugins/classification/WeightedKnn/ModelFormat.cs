namespace StrokeFramework.WeightedKnn;

/// <summary>
/// The model's bytes: in the envelope of all classifiers their header with features and classes, then the number of
/// neighbors, the weighting, and class and standardized values of each training row. The same model gives the same bytes.
/// </summary>
internal static class ModelFormat
{
    // As far as the standardizer lets a value lie; keeps distances finite.
    private const double LargestValue = 1e9;
    private static readonly ModelEnvelope Envelope = new("SF-KNN\r\n", 1, "weighted nearest neighbors");

    /// <summary>Writes a model.</summary>
    public static byte[] Write(WeightedKnnModel model) => Envelope.Seal(writer =>
    {
        model.Header.Write(writer);
        writer.Write(model.Neighbors);
        writer.Write((int)model.Weighting);
        writer.Write(model.Labels.Length);
        foreach (int label in model.Labels) writer.Write(label);
        foreach (double value in model.Bank.Values) writer.Write(value);
    });

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">The bytes are not such a model; the message says why.</exception>
    public static WeightedKnnModel Read(Stream stream)
    {
        var reader = new ModelReader(Envelope.Open(stream));
        ModelHeader header = ModelHeader.Read(ref reader);
        int features = header.Features.Names.Count, neighbors = reader.Integer();
        var weighting = (NeighborWeighting)reader.Integer();
        if (neighbors < 1 || !Enum.IsDefined(weighting)) throw new InvalidDataException("The model asks its neighbors in an unknown way.");
        var labels = new int[reader.Count("training rows", 1, int.MaxValue, sizeof(int) + (features * sizeof(double)))];
        foreach (ref int label in labels.AsSpan())
        {
            label = reader.Integer();
            if ((uint)label >= (uint)header.Classes.Count) throw new InvalidDataException("A training row in the model is of a class that is not there.");
        }

        double[] values = reader.Numbers(labels.Length * features, LargestValue);
        if (!reader.AtEnd) throw new InvalidDataException("The model has content after its end.");
        return new(header, neighbors, weighting, labels, new(values, features));
    }
}
