namespace StrokeFramework.StatisticalFeatures;

/// <summary>What one feature row measures.</summary>
public enum MeasuredUnit
{
    /// <summary>A whole lesion in 3-D.</summary>
    Lesion,

    /// <summary>One 8-connected part of a lesion in one slice: the region of interest of the thesis.</summary>
    Slice,
}
