namespace StrokeFramework;

/// <summary>Learns to name the stroke type from features.</summary>
public interface IClassifier : IStage
{
    /// <summary>Fits a model. The same rows and seed give the same model.</summary>
    /// <exception cref="StageException">The rows cannot be learned from; the message says why.</exception>
    IClassifierModel Train(LabelledFeatures examples, StageContext context);

    /// <summary>Reads a model that <see cref="IModel.Save"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The content is not such a model.</exception>
    IClassifierModel Load(Stream stream);
}
