namespace StrokeFramework.MarkerWatershed.Correlation;

/// <summary>Two boxes of equal size to be compared voxel by voxel.</summary>
/// <param name="Width">Voxels of a row.</param>
/// <param name="Height">Rows of a slice.</param>
/// <param name="Patch">Intensities around the candidate, slice after slice; NaN where there is nothing to compare.</param>
/// <param name="Template">The template at the same places; NaN likewise.</param>
internal sealed record PatchPair(int Width, int Height, double[] Patch, double[] Template)
{
    /// <summary>With fewer pairs a correlation says nothing.</summary>
    private const int LeastPairs = 8;

    /// <summary>Pearson's correlation coefficient; 0 where it is undefined because a patch is constant or too small.</summary>
    public double Correlation()
    {
        double meanA = 0, meanB = 0;
        int count = 0;
        for (int n = 0; n < Patch.Length; n++)
        {
            if (double.IsNaN(Patch[n])) continue;
            (meanA, meanB) = (meanA + Patch[n], meanB + Template[n]);
            count++;
        }

        if (count < LeastPairs) return 0;
        (meanA, meanB) = (meanA / count, meanB / count);
        double ab = 0, aa = 0, bb = 0;
        for (int n = 0; n < Patch.Length; n++)
        {
            if (double.IsNaN(Patch[n])) continue;
            double a = Patch[n] - meanA, b = Template[n] - meanB;
            (ab, aa, bb) = (ab + (a * b), aa + (a * a), bb + (b * b));
        }

        // The mean of equal numbers can be off in its last bit, which leaves a constant patch a spread of rounding errors.
        double least = 1e-24 * count;
        return aa > least * meanA * meanA && bb > least * meanB * meanB && aa * bb > 0 ? Math.Clamp(ab / Math.Sqrt(aa * bb), -1, 1) : 0;
    }
}
