using System.Buffers;

namespace StrokeFramework.Imaging;

/// <summary>
/// What segmenters do with a raw lesion mask: fill small holes in every slice, drop small components, and write the rest
/// to the labels. Sizes are physical, so that they hold at any resolution.
/// </summary>
/// <param name="MinimumVolume">Smallest component kept of a volume, in mm³.</param>
/// <param name="MinimumArea">Smallest component kept of a slice or a picture, in mm².</param>
/// <param name="MaximumHole">Largest hole that is filled in a slice, in mm².</param>
public sealed record LesionCleanup(double MinimumVolume, double MinimumArea, double MaximumHole)
{
    /// <summary>The smallest component kept, in voxels: by area where the slab is one slice, by volume otherwise.</summary>
    public double MinimumVoxels(StudySlab slab)
    {
        ArgumentNullException.ThrowIfNull(slab);
        return slab.Size.K == 1 ? MinimumArea / slab.PixelArea : MinimumVolume / (slab.PixelArea * slab.Spacing.Z);
    }

    /// <summary>Marks what lies beyond a threshold, cleans it and labels what is left of it.</summary>
    /// <param name="slab">Image, grid, spacing and brain.</param>
    /// <param name="polarity">The side, and the label to write.</param>
    /// <param name="threshold">The threshold, in the image's unit; NaN marks nothing.</param>
    /// <param name="labels">0, 1 or 2 per voxel.</param>
    /// <returns>How many voxels were labelled.</returns>
    /// <exception cref="ArgumentException">The labels have another number of voxels than the slab.</exception>
    public int Apply(StudySlab slab, LesionPolarity polarity, double threshold, Span<byte> labels)
    {
        byte[] rented = ArrayPool<byte>.Shared.Rent(labels.Length);
        Span<byte> mask = rented.AsSpan(0, labels.Length);
        IntensityThreshold.Mark(slab, polarity, threshold, mask);
        int voxels = Apply(mask, slab, polarity, labels);
        ArrayPool<byte>.Shared.Return(rented);
        return voxels;
    }

    /// <summary>Cleans a mask and labels what is left of it, inside the brain and where there is no label yet.</summary>
    /// <param name="mask">Non-zero is lesion; changed in place.</param>
    /// <param name="slab">Grid, spacing and brain.</param>
    /// <param name="polarity">The label to write.</param>
    /// <param name="labels">0, 1 or 2 per voxel.</param>
    /// <returns>How many voxels were labelled.</returns>
    /// <exception cref="ArgumentException">The mask or the labels have another number of voxels than the slab.</exception>
    public int Apply(Span<byte> mask, StudySlab slab, LesionPolarity polarity, Span<byte> labels)
    {
        ArgumentNullException.ThrowIfNull(slab);
        Grid.Check(labels.Length, slab.Size, nameof(labels));
        HoleFilling.FillSlices(mask, slab.Size, MaximumHole / slab.PixelArea);
        ConnectedComponents.RemoveSmall(mask, slab.Size, Connectivity.Full, MinimumVoxels(slab));
        ReadOnlySpan<byte> brain = slab.Brain;
        int voxels = 0;
        for (int from = 0; from < mask.Length;)
        {
            int skip = mask[from..].IndexOfAnyExcept((byte)0);
            if (skip < 0) break;
            int v = from + skip;
            from = v + 1;
            if (labels[v] != 0 || brain[v] == 0) continue;
            labels[v] = (byte)polarity;
            voxels++;
        }

        return voxels;
    }
}
