namespace StrokeFramework.RCnn.Images;

/// <summary>One axis of the network's picture, and where it lies on the stored grid.</summary>
/// <param name="Stored">The stored axis, 0 or 1.</param>
/// <param name="Voxels">Voxels along it.</param>
/// <param name="Spacing">Their spacing in mm.</param>
/// <param name="IsReversed">Whether the stored axis runs the other way.</param>
/// <param name="Start">Where pixel 0 lies, in mm from the first voxel along the axis.</param>
/// <param name="Pixels">Pixels of the picture.</param>
/// <param name="PixelSpacing">Their spacing in mm.</param>
internal sealed record SliceAxis(int Stored, int Voxels, double Spacing, bool IsReversed, double Start, int Pixels, double PixelSpacing)
{
    /// <summary>The pixel at a place of the stored axis, both as continuous indices.</summary>
    public double ToPixel(double voxel) => (((IsReversed ? Voxels - 1 - voxel : voxel) * Spacing) - Start) / PixelSpacing;

    /// <summary>The place on the stored axis of a pixel, no farther out than the grid's edge.</summary>
    public double ToVoxel(double pixel)
    {
        double voxel = Math.Clamp(((pixel * PixelSpacing) + Start) / Spacing, -0.5, Voxels - 0.5);
        return IsReversed ? Voxels - 1 - voxel : voxel;
    }

    /// <summary>How much voxels, in the axis's own direction, count in each pixel.</summary>
    public Boxes.AxisTaps Taps()
    {
        double from = (Start - (PixelSpacing / 2)) / Spacing, to = from + (Pixels * PixelSpacing / Spacing);
        // As many samples as there are voxels in a pixel, so that none is passed over.
        int samples = Math.Max(1, (int)Math.Ceiling((PixelSpacing / Spacing) - 1e-6));
        return new Boxes.AxisTaps(Pixels, samples).Lay((float)from, (float)to, Voxels);
    }
}
