namespace StrokeFramework.Phantom;

/// <summary>How the outline of a lesion is made.</summary>
public enum LesionShapeKind
{
    /// <summary>Part of an arterial territory: a wedge with its base at the cortex, or an irregular deep patch when small.</summary>
    Territory,

    /// <summary>A nearly round ball, as hematomas are.</summary>
    Round,

    /// <summary>A real lesion mask, put into the anatomy where it was found.</summary>
    Mask,
}
