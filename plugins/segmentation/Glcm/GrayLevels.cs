using StrokeFramework.Imaging;

namespace StrokeFramework.Glcm;

/// <summary>Turns intensities on the unit range to gray levels.</summary>
internal static class GrayLevels
{
    /// <summary>Stands for voxels outside the brain or without a finite intensity.</summary>
    public const short Outside = -1;

    /// <summary>min(levels - 1, floor(levels · intensity)) for every voxel of a slice.</summary>
    /// <param name="slab">Image and brain.</param>
    /// <param name="k">The slice of the slab.</param>
    /// <param name="levels">Number of levels.</param>
    /// <param name="result">As many levels as the slice has voxels; all are written.</param>
    public static void OfSlice(StudySlab slab, int k, int levels, Span<short> result)
    {
        int count = slab.Size.SliceCount;
        ReadOnlySpan<float> image = slab.Dwi.Slice(k * count, count);
        ReadOnlySpan<byte> brain = slab.Brain.Slice(k * count, count);
        for (int v = 0; v < count; v++)
            result[v] = brain[v] != 0 && float.IsFinite(image[v]) ? (short)Math.Clamp(image[v] * levels, 0, levels - 1) : Outside;
    }
}
