namespace StrokeFramework.Host.Pipelines;

/// <summary>What flows along an edge.</summary>
public enum PortType
{
    /// <summary>A <see cref="DiffusionStudy"/>.</summary>
    Study,

    /// <summary>A <see cref="StrokeFramework.Segmentation"/>.</summary>
    Segmentation,

    /// <summary>A <see cref="LesionSet"/>, which the host makes from a segmentation.</summary>
    Lesions,

    /// <summary>A <see cref="FeatureTable"/>.</summary>
    Features,

    /// <summary><see cref="ClassProbabilities"/>.</summary>
    Type,

    /// <summary>A list of <see cref="Detection"/>.</summary>
    Detections,
}
