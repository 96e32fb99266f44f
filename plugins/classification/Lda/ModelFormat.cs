namespace StrokeFramework.Lda;

/// <summary>
/// The model's bytes: in the envelope of all classifiers their header with features and classes, then the priors' rule,
/// and the offset and weights of each class. The same model gives the same bytes.
/// </summary>
internal static class ModelFormat
{
    private static readonly ModelEnvelope Envelope = new("SF-LDA\r\n", 1, "linear discriminant analysis");

    /// <summary>Writes a model.</summary>
    public static byte[] Write(LdaModel model) => Envelope.Seal(writer =>
    {
        model.Header.Write(writer);
        writer.Write((int)model.Priors);
        foreach (double offset in model.Offsets) writer.Write(offset);
        foreach (double weight in model.Weights) writer.Write(weight);
    });

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">The bytes are not such a model; the message says why.</exception>
    public static LdaModel Read(Stream stream)
    {
        var reader = new ModelReader(Envelope.Open(stream));
        ModelHeader header = ModelHeader.Read(ref reader);
        var priors = (ClassPriors)reader.Integer();
        if (!Enum.IsDefined(priors)) throw new InvalidDataException("The model has priors of an unknown kind.");
        double[] offsets = reader.Numbers(header.Classes.Count, LdaModel.LargestNumber);
        double[] weights = reader.Numbers(header.Classes.Count * header.Features.Names.Count, LdaModel.LargestNumber);
        if (!reader.AtEnd) throw new InvalidDataException("The model has content after its end.");
        return new(header, priors, offsets, weights);
    }
}
