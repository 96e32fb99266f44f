namespace StrokeFramework.Imaging;

/// <summary>
/// A neighborhood in mm: it holds the voxels whose centers lie within the radius. An axis whose spacing exceeds the
/// radius is not reached, so a small ball on thick slices is a disk.
/// </summary>
/// <param name="Shape">Its shape.</param>
/// <param name="Radius">Half its width in mm, at least 0.</param>
public readonly record struct StructuringElement(StructuringShape Shape, double Radius)
{
    /// <summary>The voxels along the axes within the radius in mm.</summary>
    public static StructuringElement Cross(double radius) => new(StructuringShape.Cross, radius);

    /// <summary>An upright box of the given half width in mm.</summary>
    public static StructuringElement Box(double radius) => new(StructuringShape.Box, radius);

    /// <summary>A ball of the given radius in mm.</summary>
    public static StructuringElement Ball(double radius) => new(StructuringShape.Ball, radius);

    /// <summary>How many voxels it reaches to either side along an axis of the given spacing in mm.</summary>
    public int Reach(double spacing) => (int)Math.Min(int.MaxValue / 4, Math.Floor((Radius / spacing) + Tolerance));

    /// <summary>Spacings such as 0.9 mm are not exact in binary: a radius of one spacing reaches one voxel.</summary>
    internal const double Tolerance = 1e-5;
}
