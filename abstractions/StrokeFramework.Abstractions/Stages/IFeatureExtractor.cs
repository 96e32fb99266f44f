namespace StrokeFramework;

/// <summary>Measures lesions.</summary>
public interface IFeatureExtractor : IStage
{
    /// <summary>The columns that <see cref="Extract"/> fills with the configured parameters.</summary>
    FeatureSchema Schema { get; }

    /// <summary>Measures the lesions of a study.</summary>
    /// <returns>A table with <see cref="Schema"/>, empty when there is no lesion.</returns>
    FeatureTable Extract(DiffusionStudy study, LesionSet lesions, StageContext context);
}
