namespace StrokeFramework;

/// <summary>How a lesion differs from normal brain on the DWI. The values are the labels of a <see cref="Segmentation"/>.</summary>
public enum LesionPolarity
{
    /// <summary>Not a lesion.</summary>
    None = 0,

    /// <summary>Brighter than normal brain, as acute infarcts are.</summary>
    Hyperintense = 1,

    /// <summary>Darker than normal brain, as chronic infarcts and the cores of hemorrhages are.</summary>
    Hypointense = 2,
}
