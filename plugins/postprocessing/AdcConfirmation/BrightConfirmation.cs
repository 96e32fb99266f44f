using StrokeFramework.Imaging;

namespace StrokeFramework.AdcConfirmation;

/// <summary>Keeps bright candidates with restricted diffusion, and lets them grow into more of it.</summary>
internal static class BrightConfirmation
{
    /// <summary>The confirmed bright lesions.</summary>
    /// <param name="candidates">Images and labels.</param>
    /// <param name="settings">Ratios, volume and growth.</param>
    /// <param name="judged">Takes each candidate's volume in mm³ and whether it was confirmed.</param>
    public static byte[] Apply(Candidates candidates, AdcConfirmationSettings settings, Action<double, bool> judged)
    {
        byte[] bright = candidates.Mask(LesionPolarity.Hyperintense);
        float restricted = (float)(settings.RestrictedRatio * candidates.NormalAdc), region = (float)(settings.RegionRatio * candidates.NormalAdc);
        float[] adc = candidates.Adc;
        var seeds = new byte[bright.Length];
        for (int v = 0; v < seeds.Length; v++) seeds[v] = bright[v] != 0 && adc[v] > 0 && adc[v] <= restricted ? (byte)1 : (byte)0;
        int parts = ConnectedComponents.RemoveSmall(seeds, candidates.Size, Connectivity.Full, settings.MinimumRestricted / candidates.VoxelVolume);
        foreach (int[] voxels in ConnectedComponents.Label(bright, candidates.Size, Connectivity.Full).Voxels())
            judged(voxels.Length * candidates.VoxelVolume, voxels.Any(v => seeds[v] != 0));
        var result = new byte[bright.Length];
        if (parts == 0) return result;

        float[] distance = DistanceTransform.ToForeground(seeds, candidates.Size, candidates.Spacing);
        for (int v = 0; v < result.Length; v++)
        {
            if (seeds[v] != 0 || (bright[v] != 0 && adc[v] > 0 && adc[v] <= region && distance[v] <= settings.Reach)) result[v] = 1;
        }

        if (settings.Growth > 0) Grow(candidates, seeds, distance, result, restricted, settings.Growth);
        return result;
    }

    /// <summary>Adds what is restricted, brighter than the brain's median and within reach, where it hangs together with the seeds.</summary>
    private static void Grow(Candidates candidates, byte[] seeds, float[] distance, byte[] result, float restricted, double reach)
    {
        float[] adc = candidates.Adc;
        ReadOnlySpan<float> dwi = candidates.Dwi.Span;
        ReadOnlySpan<byte> brain = candidates.Brain.Span;
        float median = MedianOf(dwi, brain);
        var near = new byte[seeds.Length];
        for (int v = 0; v < near.Length; v++)
        {
            if (seeds[v] != 0 || (brain[v] != 0 && distance[v] <= reach && adc[v] > 0 && adc[v] <= restricted && dwi[v] > median)) near[v] = 1;
        }

        ComponentLabels parts = ConnectedComponents.Label(near, candidates.Size, Connectivity.Full);
        ReadOnlySpan<int> part = parts.Labels.Span;
        var seeded = new bool[parts.Count + 1];
        for (int v = 0; v < near.Length; v++) seeded[part[v]] |= seeds[v] != 0;
        for (int v = 0; v < near.Length; v++)
        {
            if (near[v] != 0 && seeded[part[v]]) result[v] = 1;
        }
    }

    private static float MedianOf(ReadOnlySpan<float> image, ReadOnlySpan<byte> brain)
    {
        var values = new List<float>(image.Length);
        for (int v = 0; v < image.Length; v++)
        {
            if (brain[v] != 0 && float.IsFinite(image[v])) values.Add(image[v]);
        }

        return values.Count == 0 ? 0 : (float)RobustStatistics.Median(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(values));
    }
}
