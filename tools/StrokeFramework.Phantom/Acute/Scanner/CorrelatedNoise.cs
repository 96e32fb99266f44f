using System.Numerics;

namespace StrokeFramework.Phantom;

/// <summary>
/// Rician noise whose two channels are correlated between neighbors, as images have that were resampled after the scan. Each
/// channel is the sum of four uniform numbers, blurred: normal to well within the width of its own estimate.
/// </summary>
internal static class CorrelatedNoise
{
    // The standard deviation of a sum of four uniform numbers of 16 bits.
    private const float UniformDeviation = 65536 * 0.57735027f;

    /// <summary>Adds noise to the voxels of a brain, in place.</summary>
    /// <param name="signal">True magnitudes.</param>
    /// <param name="sigma">Standard deviation in each channel, in the signal's unit.</param>
    /// <param name="width">Standard deviation of the blur, in voxels.</param>
    /// <param name="voxels">The voxels that get noise.</param>
    /// <param name="size">The grid.</param>
    /// <param name="channel">Two arrays of one value per voxel; overwritten.</param>
    /// <param name="random">The stream to draw from.</param>
    public static void Add(
        float[] signal, float sigma, float width, ReadOnlySpan<int> voxels, GridSize size, (float[] Values, float[] Scratch) channel, PhantomRandom random)
    {
        if (voxels.IsEmpty) return;
        Fill(channel, width, voxels, size, random);
        foreach (int v in voxels) signal[v] += sigma * channel.Values[v];
        Fill(channel, width, voxels, size, random);
        foreach (int v in voxels)
        {
            float other = sigma * channel.Values[v];
            signal[v] = MathF.Sqrt((signal[v] * signal[v]) + (other * other));
        }
    }

    private static void Fill((float[] Values, float[] Scratch) channel, float width, ReadOnlySpan<int> voxels, GridSize size, PhantomRandom random)
    {
        // Whole slices around the brain, so that its edge has neighbors to be blurred with.
        int reach = 3 * size.SliceCount;
        int first = Math.Max(0, voxels[0] - reach), last = Math.Min(channel.Values.Length, voxels[^1] + reach);
        for (int v = first; v < last; v++)
        {
            ulong bits = random.NextBits();
            int sum = (int)((bits & 0xFFFF) + ((bits >> 16) & 0xFFFF) + ((bits >> 32) & 0xFFFF) + (bits >> 48));
            channel.Values[v] = (sum - 131070) / UniformDeviation;
        }

        VoxelBlur.Apply(channel.Values, channel.Scratch, size, new(width));
        float restore = 1 / VoxelBlur.NoiseFactor(width);
        foreach (int v in voxels) channel.Values[v] *= restore;
    }
}
