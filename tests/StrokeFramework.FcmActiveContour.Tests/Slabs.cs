using StrokeFramework.Imaging;

namespace StrokeFramework.FcmActiveContour.Tests;

/// <summary>Makes slabs for tests.</summary>
internal static class Slabs
{
    /// <summary>A slab that is all brain.</summary>
    public static StudySlab Of(GridSize size, Point3 spacing, Func<int, float> image) => Of(size, spacing, image, _ => true);

    /// <summary>A slab with a brain.</summary>
    public static StudySlab Of(GridSize size, Point3 spacing, Func<int, float> image, Func<int, bool> brain)
    {
        VolumeGeometry geometry = VolumeGeometry.FromSpacing(size, spacing);
        var values = new float[size.Count];
        var mask = new byte[size.Count];
        for (int v = 0; v < values.Length; v++) (values[v], mask[v]) = (image(v), brain(v) ? (byte)1 : (byte)0);
        return new SliceMapper(new DiffusionStudy(new(geometry, values)).WithBrainMask(new(geometry, mask))).Volume;
    }
}
