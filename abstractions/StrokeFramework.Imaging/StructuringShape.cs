namespace StrokeFramework.Imaging;

/// <summary>The shape of a structuring element.</summary>
public enum StructuringShape
{
    /// <summary>The voxels along the axes.</summary>
    Cross,

    /// <summary>An upright box.</summary>
    Box,

    /// <summary>A ball; a disk in a picture.</summary>
    Ball,
}
