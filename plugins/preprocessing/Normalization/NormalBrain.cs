using System.Buffers;
using StrokeFramework.Imaging;

namespace StrokeFramework.Normalization;

/// <summary>Finds the intensity of normal brain without knowing where the brain is.</summary>
internal static class NormalBrain
{
    /// <summary>
    /// The most frequent intensity of the tissue. Air is told apart by <see cref="AirThreshold"/>; what is
    /// brighter than twice the tissue's median (lesions, artefacts) is left out, so that it can't stretch the histogram.
    /// </summary>
    /// <param name="values">Finite intensities.</param>
    /// <param name="mask">Brain mask, or empty when there is none.</param>
    /// <returns>The level, or null when the image has no contrast to find it by.</returns>
    public static double? Level(ReadOnlySpan<float> values, ReadOnlySpan<byte> mask)
    {
        float[] rented = ArrayPool<float>.Shared.Rent(values.Length);
        double? level = Level(values, mask, rented);
        ArrayPool<float>.Shared.Return(rented);
        return level;
    }

    private static double? Level(ReadOnlySpan<float> values, ReadOnlySpan<byte> mask, Span<float> scratch)
    {
        int positive = 0;
        for (int v = 0; v < values.Length; v++)
        {
            if (values[v] > 0 && (mask.IsEmpty || mask[v] != 0)) scratch[positive++] = values[v];
        }

        if (positive == 0) return null;
        Span<float> tissue = scratch[..positive];
        if (mask.IsEmpty) tissue = WithoutAir(values, tissue);
        if (tissue.IsEmpty) return null;

        double limit = 2 * RobustStatistics.QuantileInPlace(tissue, 0.5);
        int normal = 0;
        foreach (float value in tissue)
        {
            if (value <= limit) tissue[normal++] = value;
        }

        return RobustStatistics.Mode(tissue[..normal]);
    }

    private static Span<float> WithoutAir(ReadOnlySpan<float> values, Span<float> positive)
    {
        if (AirThreshold.Find(values) is not { } threshold) return [];
        int tissue = 0;
        foreach (float value in positive)
        {
            if (value >= threshold) positive[tissue++] = value;
        }

        return positive[..tissue];
    }
}
