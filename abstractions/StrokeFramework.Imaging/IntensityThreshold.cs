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
        var mask = new byte[slab.Dwi.Length];
        Mark(slab, polarity, threshold, mask);
        return mask;
    }

    /// <summary>As the other overload, into a mask that is at hand.</summary>
    /// <param name="slab">Image and brain; voxels that are not finite are left out.</param>
    /// <param name="polarity">The side.</param>
    /// <param name="threshold">The threshold, in the image's unit; NaN marks nothing.</param>
    /// <param name="mask">As many voxels as the slab has; all are written, 1 where marked and 0 elsewhere.</param>
    /// <exception cref="ArgumentException">The mask has another number of voxels than the slab.</exception>
    public static void Mark(StudySlab slab, LesionPolarity polarity, double threshold, Span<byte> mask)
    {
        ArgumentNullException.ThrowIfNull(slab);
        Grid.Check(mask.Length, slab.Size, nameof(mask));
        mask.Clear();
        ReadOnlySpan<float> image = slab.Dwi;
        ReadOnlySpan<byte> brain = slab.Brain;
        bool bright = polarity == LesionPolarity.Hyperintense;
        int width = slab.Size.I;
        for (int start = 0; start < mask.Length; start += width)
        {
            // Half of the rows of a head hold nothing but air, and so do both ends of the others.
            ReadOnlySpan<byte> row = brain.Slice(start, width);
            int first = row.IndexOfAnyExcept((byte)0);
            if (first < 0) continue;
            int end = start + row.LastIndexOfAnyExcept((byte)0) + 1;
            for (int v = start + first; v < end; v++)
            {
                float value = image[v];
                if (brain[v] != 0 && float.IsFinite(value) && (bright ? value >= threshold : value <= threshold)) mask[v] = 1;
            }
        }
    }
}
