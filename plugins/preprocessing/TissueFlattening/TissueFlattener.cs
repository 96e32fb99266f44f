using StrokeFramework.Imaging;

namespace StrokeFramework.TissueFlattening;

/// <summary>
/// Gives normal tissue one level: corrects each voxel for its share of fluid, subtracts the brightness that the fluid about
/// it, its depth and the other side of the head let expect, and smooths what is left without blurring edges. What is bright
/// and has a raised ADC besides is made brighter: neither cortex nor fluid has both.
/// </summary>
[Stage("tissue-flattening", "1.0.0",
    Title = "Tissue flattening",
    Description = "Removes the contrast of gray and white matter from the DWI: cortex lies beside fluid, which the ADC shows, so its brightness can be predicted and taken off. What is bright without fluid about it stays, the more if its ADC is raised. Made for sub-acute infarcts.",
    Citation = "Rudin, Osher & Fatemi 1992, doi:10.1016/0167-2789(92)90242-F; Chambolle & Pock 2011, doi:10.1007/s10851-010-0251-1; Knutsson & Westin 1993, doi:10.1109/CVPR.1993.341081",
    Needs = StudyTraits.UnitIntensity | StudyTraits.BrainMask | StudyTraits.Adc,
    Provides = StudyTraits.UnitIntensity)]
public sealed class TissueFlattener : Preprocessor<TissueFlatteningSettings>
{
    private const double UsualBValue = 1000, Filling = 3, ShareInFit = 0.3, LeastTissue = 0.5;

    // What the ADC may lie below and above normal tissue's, in 10⁻³ mm²/s: noise and fluid go beyond.
    private const double LowestDiffusion = -0.5, HighestDiffusion = 1;
    private const int Iterations = 100;

    // Finer than 12-bit data; methods that look at distinct values stay fast.
    private const float Steps = 16384;

    // Widths in mm at which fluid is looked for, and depths at which the brain's edge is felt.
    private static readonly double[] Widths = [1, 2, 4, 8];
    private static readonly float[] Depths = [4, 15];

    /// <inheritdoc/>
    /// <exception cref="StageException">The brain holds no voxel with a positive intensity.</exception>
    public override DiffusionStudy Process(DiffusionStudy study, StageContext context)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(context);
        var mapper = new SliceMapper(study);
        StudySlab volume = mapper.Volume;
        double normal = NormalLevel(volume);
        byte[] brain = volume.Brain.ToArray();
        var fluid = new FluidShare(study.Acquisition.BValue ?? UsualBValue, Parameters);
        (float[] share, float[] logarithm) = Corrected(volume, fluid, normal);
        context.CancellationToken.ThrowIfCancellationRequested();
        Fill(volume, share, logarithm);
        List<float[]> predictors = Predictors(volume, share, logarithm, context);
        byte[] inFit = InFit(volume, share);
        var filter = new TotalVariation(volume.Size, volume.Spacing, brain, context);
        float[] smooth = Unexpected(logarithm, Parameters.Smoothing);
        if (Parameters.DiffusionWeight > 0)
        {
            float[] diffusion = Diffusion(volume);
            Fill(volume, share, diffusion);
            Enhance(smooth, Unexpected(diffusion, Parameters.DiffusionSmoothing));
        }

        float[] result = volume.Dwi.ToArray();
        for (int v = 0; v < result.Length; v++)
        {
            if (brain[v] != 0) result[v] = MathF.Round(Math.Clamp((float)(normal * Math.Exp(smooth[v])), 0, 1) * Steps) / Steps;
        }

        context.Diagnostics?.Add(new ScalarDiagnostic("normal_level", "Median intensity of the brain, which normal tissue is brought to", normal));
        context.Diagnostics?.Add(new MapDiagnostic("fluid_share", "Share of fluid", mapper.Grid.Restore<float>(share)));
        context.Progress?.Report(1);
        return study.WithDwi(mapper.Grid.Restore<float>(result), unitIntensity: true);

        float[] Unexpected(float[] values, double smoothing) => filter.Smooth(TissueRegression.Residuals(values, predictors, inFit, context.CancellationToken), smoothing, Iterations);
    }

    private static double NormalLevel(StudySlab volume)
    {
        var values = new List<float>();
        for (int v = 0; v < volume.Dwi.Length; v++)
        {
            if (volume.Brain[v] != 0 && IsSignal(volume.Dwi[v])) values.Add(volume.Dwi[v]);
        }

        if (values.Count == 0) throw new StageException("The brain mask holds no voxel with a positive intensity. Check the background removal before this stage.");
        return RobustStatistics.QuantileInPlace(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(values), 0.5);
    }

    private static bool IsSignal(float value) => value > 0 && float.IsFinite(value);

    // The share of fluid, and the logarithm of the tissue's signal without it relative to normal tissue.
    private static (float[] Share, float[] Logarithm) Corrected(StudySlab volume, FluidShare fluid, double normal)
    {
        ReadOnlySpan<float> image = volume.Dwi, adc = volume.Adc;
        var share = new float[image.Length];
        var logarithm = new float[image.Length];
        for (int v = 0; v < share.Length; v++)
        {
            if (volume.Brain[v] == 0) continue;
            double signal = image[v] / normal, part = fluid.Of(signal, adc[v]);
            share[v] = (float)part;
            logarithm[v] = IsSignal(image[v]) ? (float)(Math.Log(signal) - Math.Log(Math.Max(LeastTissue, 1 - part))) : float.NaN;
        }

        return (share, logarithm);
    }

    // The ADC beyond normal tissue's in 10⁻³ mm²/s.
    private float[] Diffusion(StudySlab volume)
    {
        ReadOnlySpan<float> adc = volume.Adc;
        var beyond = new float[adc.Length];
        for (int v = 0; v < beyond.Length; v++)
        {
            if (volume.Brain[v] != 0) beyond[v] = IsSignal(adc[v]) ? (float)Math.Clamp(1000 * (adc[v] - Parameters.TissueAdc), LowestDiffusion, HighestDiffusion) : float.NaN;
        }

        return beyond;
    }

    // A raised ADC counts only where the DWI is brighter than expected, and at most as much as that: fluid raises the one and lowers the other.
    private void Enhance(float[] brightness, float[] diffusion)
    {
        for (int v = 0; v < brightness.Length; v++)
        {
            if (brightness[v] > 0 && diffusion[v] > 0) brightness[v] += Math.Min(brightness[v], (float)Parameters.DiffusionWeight * diffusion[v]);
        }
    }

    // Voxels that are mostly fluid, or without signal, take what tissue about them has.
    private void Fill(StudySlab volume, float[] share, float[] logarithm)
    {
        var known = new float[share.Length];
        var weighted = new float[share.Length];
        for (int v = 0; v < known.Length; v++)
        {
            if (volume.Brain[v] == 0 || share[v] >= Parameters.MaximumFluid || !float.IsFinite(logarithm[v])) continue;
            (known[v], weighted[v]) = (1, logarithm[v]);
        }

        float[] sum = GaussianBlur.Apply(weighted, volume.Size, volume.Spacing, Filling), total = GaussianBlur.Apply(known, volume.Size, volume.Spacing, Filling);
        for (int v = 0; v < known.Length; v++)
        {
            if (known[v] == 0) logarithm[v] = volume.Brain[v] != 0 && total[v] > 1e-4f ? sum[v] / total[v] : 0;
        }
    }

    private List<float[]> Predictors(StudySlab volume, float[] share, float[] logarithm, StageContext context)
    {
        var predictors = new List<float[]>();
        float least = (float)Parameters.MinimumFluid;
        // A lesion whose ADC is somewhat raised would otherwise pass for tissue beside fluid, and be expected to be bright.
        float[] certain = [.. share.Select(s => Math.Max(0, s - least) / (1 - least))];
        foreach (double width in Widths)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            predictors.Add(GaussianBlur.ApplyWithin(certain, volume.Brain, volume.Size, volume.Spacing, width));
        }

        float[] depth = DistanceTransform.ToBackground(volume.Brain, volume.Size, volume.Spacing);
        foreach (float scale in Depths) predictors.Add([.. depth.Select(d => MathF.Exp(-d / scale))]);
        if (Parameters.MirrorWidth > 0) predictors.Add(OtherSide(volume, GaussianBlur.ApplyWithin(logarithm, volume.Brain, volume.Size, volume.Spacing, Parameters.MirrorWidth), context));
        return predictors;
    }

    // What lies at each voxel's mirror image; that of normal tissue where there is no brain.
    private static float[] OtherSide(StudySlab volume, float[] values, StageContext context)
    {
        MidsagittalPlane plane = MidsagittalPlane.Find(volume, context.CancellationToken);
        var other = new float[values.Length];
        for (int v = 0; v < other.Length; v++)
        {
            if (volume.Brain[v] == 0) continue;
            int mirror = plane.MirrorOf(v, volume);
            if (mirror >= 0 && volume.Brain[mirror] != 0) other[v] = values[mirror];
        }

        return other;
    }

    private static byte[] InFit(StudySlab volume, float[] share)
    {
        var use = new byte[share.Length];
        for (int v = 0; v < use.Length; v++) use[v] = volume.Brain[v] != 0 && share[v] <= ShareInFit ? (byte)1 : (byte)0;
        return use;
    }
}
