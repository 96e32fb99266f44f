namespace StrokeFramework.Host.Training;

/// <summary>Which lesions features are measured on.</summary>
public enum LesionSource
{
    /// <summary>Those that the pipeline's own segmentation finds.</summary>
    Segmented,

    /// <summary>Those of the experts' masks.</summary>
    Truth,
}
