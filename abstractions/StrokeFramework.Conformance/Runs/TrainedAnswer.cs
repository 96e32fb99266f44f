namespace StrokeFramework.Conformance.Runs;

/// <summary>What training and then using a model gave.</summary>
/// <param name="Model">The model.</param>
/// <param name="Bytes">The model as it saves itself.</param>
/// <param name="Answer">What it says: <see cref="ClassProbabilities"/> or a list of <see cref="Detection"/>.</param>
internal sealed record TrainedAnswer(IModel Model, byte[] Bytes, object? Answer)
{
    /// <summary>The bytes that a model writes.</summary>
    public static byte[] Save(IModel model)
    {
        using var stream = new MemoryStream();
        model.Save(stream);
        return stream.ToArray();
    }
}
