using StrokeFramework.Imaging;

namespace StrokeFramework.RadiologicalFeatures;

/// <summary>How round a lesion is.</summary>
internal static class LesionShape
{
    /// <summary>The surface of a ball of the same volume over the lesion's own (Wadell 1935): 1 for a ball, less for anything else.</summary>
    /// <param name="voxels">The lesion's voxels.</param>
    /// <param name="volume">Its volume in mm³.</param>
    /// <param name="size">The grid.</param>
    /// <param name="surface">How surfaces are measured on it.</param>
    public static double Sphericity(ReadOnlySpan<int> voxels, double volume, GridSize size, SurfaceArea surface)
    {
        int minI = size.I, minJ = size.J, minK = size.K, maxI = 0, maxJ = 0, maxK = 0;
        foreach (int v in voxels)
        {
            (int i, int j, int k) = (v % size.I, v / size.I % size.J, v / size.SliceCount);
            (minI, minJ, minK) = (Math.Min(minI, i), Math.Min(minJ, j), Math.Min(minK, k));
            (maxI, maxJ, maxK) = (Math.Max(maxI, i), Math.Max(maxJ, j), Math.Max(maxK, k));
        }

        var box = new GridSize(maxI - minI + 3, maxJ - minJ + 3, maxK - minK + 3);
        var mask = new byte[box.Count];
        foreach (int v in voxels)
            mask[box.IndexOf((v % size.I) - minI + 1, (v / size.I % size.J) - minJ + 1, (v / size.SliceCount) - minK + 1)] = 1;
        return Math.Cbrt(Math.PI) * Math.Pow(6 * volume, 2.0 / 3) / surface.Of(mask, box);
    }
}
