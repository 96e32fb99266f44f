using StrokeFramework.Imaging;

namespace StrokeFramework.AdcConfirmation;

/// <summary>Parts dark lesions from cerebrospinal fluid.</summary>
internal static class DarkConfirmation
{
    /// <summary>
    /// The dark voxels that are no fluid: those whose ADC is that of tissue or lower (hematomas), and those whose ADC
    /// is raised but not free water's (old infarcts), where they are thick enough to be more than a ventricle's edge.
    /// </summary>
    /// <param name="candidates">Images and labels.</param>
    /// <param name="settings">The ADC of fluid and the least thickness.</param>
    public static byte[] Apply(Candidates candidates, AdcConfirmationSettings settings)
    {
        byte[] dark = candidates.Mask(LesionPolarity.Hypointense);
        var result = new byte[dark.Length];
        var raised = new byte[dark.Length];
        float[] adc = candidates.Adc;
        float tissue = (float)(settings.RegionRatio * candidates.NormalAdc), fluid = (float)settings.FluidAdc;
        for (int v = 0; v < dark.Length; v++)
        {
            if (dark[v] == 0 || !(adc[v] > 0)) continue;
            if (adc[v] <= tissue) result[v] = 1;
            else if (adc[v] < fluid) raised[v] = 1;
        }

        // Hematoma and raised ADC are opened together, so that a lesion that has both stays whole.
        for (int v = 0; v < raised.Length; v++) raised[v] |= result[v];
        byte[] thick = OpenSlices(raised, candidates, settings.DarkHalfThickness);
        for (int v = 0; v < thick.Length; v++) result[v] |= thick[v];
        return result;
    }

    /// <summary>Opens every slice by a disk; what the opening took from the corners of what is left comes back.</summary>
    private static byte[] OpenSlices(byte[] mask, Candidates candidates, double radius)
    {
        GridSize slice = candidates.Size with { K = 1 };
        double pixel = Math.Max(candidates.Spacing.X, candidates.Spacing.Y);
        var result = new byte[mask.Length];
        for (int k = 0; k < candidates.Size.K; k++)
        {
            Span<byte> of = mask.AsSpan(k * slice.SliceCount, slice.SliceCount);
            if (!of.ContainsAnyExcept((byte)0)) continue;
            byte[] core = Morphology.Erode(of, slice, candidates.Spacing, StructuringElement.Ball(radius));
            byte[] near = Morphology.Dilate(core, slice, candidates.Spacing, StructuringElement.Ball(radius + pixel));
            for (int p = 0; p < of.Length; p++) result[(k * slice.SliceCount) + p] = (byte)(near[p] & of[p]);
        }

        return result;
    }
}
