using StrokeFramework.Imaging;
using StrokeFramework.UNet.Images;

namespace StrokeFramework.UNet;

/// <summary>
/// Makes of probabilities what can be resampled without losing lesions. What is too small is dropped on the network's grid,
/// whatever the study's; and probabilities far below the threshold all count the same, or else a small lesion, which is a peak,
/// would be averaged away in larger voxels.
/// </summary>
internal static class LesionEdge
{
    /// <summary>The value at a lesion's edge.</summary>
    public const float Edge = 0.5f;

    /// <summary>A value of 1 where lesion is certain, <see cref="Edge"/> at the threshold, and 0 as far below it as certainty is above.</summary>
    /// <param name="probability">The probability of lesion on the network's grid.</param>
    /// <param name="grid">That grid.</param>
    /// <param name="settings">Threshold and smallest lesion.</param>
    /// <returns>One value per voxel: at least <see cref="Edge"/> in lesions that are kept, and nowhere else.</returns>
    public static float[] Of(float[] probability, WorkingGrid grid, UNetSettings settings)
    {
        var mask = new byte[probability.Length];
        for (int v = 0; v < mask.Length; v++) mask[v] = probability[v] >= settings.Threshold ? (byte)1 : (byte)0;
        ConnectedComponents.RemoveSmall(mask, grid.Size, Connectivity.Full, settings.MinimumVolume / (grid.PixelArea * grid.Spacing.Z));
        double reach = Math.Max(1 - settings.Threshold, 1e-6);
        var values = new float[probability.Length];
        for (int v = 0; v < values.Length; v++)
        {
            float value = (float)Math.Clamp(Edge + ((probability[v] - settings.Threshold) / (2 * reach)), 0, 1);
            values[v] = mask[v] != 0 ? Math.Max(value, Edge) : Math.Min(value, MathF.BitDecrement(Edge));
        }

        return values;
    }
}
