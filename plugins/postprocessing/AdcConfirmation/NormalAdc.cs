using System.Buffers;
using StrokeFramework.Imaging;

namespace StrokeFramework.AdcConfirmation;

/// <summary>Finds the ADC of normal brain in the scan itself.</summary>
internal static class NormalAdc
{
    // Tissue at body temperature; outside this range lie infarcts' cores, fluid and failed fits.
    private const float Least = 0.3e-3f, Most = 1.5e-3f;

    /// <summary>The most frequent value between 0.3 and 1.5·10⁻³ mm²/s within the brain, in mm²/s.</summary>
    /// <exception cref="StageException">No voxel has an ADC of tissue.</exception>
    public static double Of(ReadOnlySpan<float> adc, ReadOnlySpan<byte> brain)
    {
        float[] rented = ArrayPool<float>.Shared.Rent(Math.Max(1, adc.Length));
        int count = 0;
        for (int v = 0; v < adc.Length; v++)
        {
            if (brain[v] != 0 && adc[v] > Least && adc[v] < Most) rented[count++] = adc[v];
        }

        if (count == 0)
        {
            ArrayPool<float>.Shared.Return(rented);
            throw new StageException("The ADC map has no value of brain tissue (0.0003 to 0.0015 mm²/s) within the brain. Check that the right map was given, and its unit.");
        }

        double mode = RobustStatistics.Mode(rented.AsSpan(0, count));
        ArrayPool<float>.Shared.Return(rented);
        return mode;
    }
}
