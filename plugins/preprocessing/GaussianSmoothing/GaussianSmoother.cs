using StrokeFramework.Imaging;

namespace StrokeFramework.GaussianSmoothing;

/// <summary>Smooths the DWI by a Gaussian in mm, inside the brain only, so that the dark outside does not leak in.</summary>
[Stage("gaussian-smoothing", "1.0.0",
    Title = "Gaussian smoothing",
    Description = "Smooths the DWI by a Gaussian in mm inside the brain. Put it before the power law: averaged signal keeps small bright lesions better than averaged powers of it.",
    Citation = "Knutsson & Westin 1993, doi:10.1109/CVPR.1993.341081",
    Needs = StudyTraits.UnitIntensity | StudyTraits.BrainMask)]
public sealed class GaussianSmoother : Preprocessor<GaussianSmoothingSettings>
{
    // Finer than 12-bit data; methods that look at distinct values stay fast.
    private const float Steps = 16384;

    /// <inheritdoc/>
    public override DiffusionStudy Process(DiffusionStudy study, StageContext context)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(context);
        context.CancellationToken.ThrowIfCancellationRequested();
        if (Parameters.Sigma == 0) return study;
        ReadOnlySpan<float> before = study.Dwi.Span;
        ReadOnlySpan<byte> brain = study.BrainMask!.Span;
        float[] image = GaussianBlur.ApplyWithin(before, brain, study.Geometry.Size, study.Geometry.Spacing, Parameters.Sigma);
        double removed = 0;
        long count = 0;
        for (int v = 0; v < image.Length; v++)
        {
            if (brain[v] == 0 || !float.IsFinite(image[v])) continue;
            image[v] = MathF.Round(image[v] * Steps) / Steps;
            double difference = image[v] - before[v];
            removed += difference * difference;
            count++;
        }

        context.Diagnostics?.Add(new ScalarDiagnostic("removed", "Root mean square of what smoothing took away in the brain", count == 0 ? double.NaN : Math.Sqrt(removed / count)));
        context.Progress?.Report(1);
        return study.WithDwi(new(study.Geometry, image), unitIntensity: true);
    }
}
