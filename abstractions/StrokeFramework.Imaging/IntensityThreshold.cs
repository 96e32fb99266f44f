namespace StrokeFramework.Imaging;

/// <summary>Selects the voxels of the brain at or beyond a threshold.</summary>
public static class IntensityThreshold
{
    /// <summary>Marks the brain's voxels at or above a threshold (bright side), or at or below it (dark side).</summary>
    /// <param name="slab">Image and brain; voxels that are not finite are left out.</param>
    /// <param name="polarity">The side.</param>
    /// <param name="threshold">The threshold, in the image's unit; NaN marks nothing.</param>
    /// <returns>1 per marked voxel.</returns>
    public static byte[] Mark(StudySlab slab, LesionPolarity polarity, double threshold)
    {
        ArgumentNullException.ThrowIfNull(slab);
        ReadOnlySpan<float> image = slab.Dwi;
        ReadOnlySpan<byte> brain = slab.Brain;
        var mask = new byte[image.Length];
        bool bright = polarity == LesionPolarity.Hyperintense;
        for (int v = 0; v < mask.Length; v++)
        {
            float value = image[v];
            if (brain[v] != 0 && float.IsFinite(value) && (bright ? value >= threshold : value <= threshold)) mask[v] = 1;
        }

        return mask;
    }
}
