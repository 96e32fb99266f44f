namespace StrokeFramework;

/// <summary>A fitted classifier.</summary>
public interface IClassifierModel : IModel
{
    /// <summary>The classes it can name, in ordinal order.</summary>
    IReadOnlyList<string> Classes { get; }

    /// <summary>Hash of the feature schema it was fitted on.</summary>
    string FeatureSchemaHash { get; }

    /// <summary>Class probabilities of each row.</summary>
    ClassProbabilities Predict(FeatureTable features);
}
