namespace StrokeFramework.Host.Evaluation;

/// <summary>Which lesions were measured and named.</summary>
public enum LesionSource
{
    /// <summary>Those that the pipeline segmented; they carry the class of the truth lesion they overlap most.</summary>
    Segmented,

    /// <summary>Those of the truth mask, so that segmentation plays no part.</summary>
    Truth,
}
