namespace MethodName;

/// <summary>Measures how large each lesion is and how freely water diffuses in it.</summary>
[Stage("my-method", "1.0.0",
    Title = "Volume and mean ADC",
    Description = "Volume and mean apparent diffusion coefficient of each lesion.",
    Citation = "Le Bihan et al. 1986, doi:10.1148/radiology.161.2.3763909 (apparent diffusion coefficient)")]
public sealed class MethodNameFeatureExtractor : FeatureExtractor<NoSettings>
{
    private const double Mm3PerMl = 1000, AdcUnit = 1e-3;

    /// <inheritdoc/>
    public override FeatureSchema Schema { get; } = new(
    [
        new("volume", "ml", "Volume."),
        new("adc_mean", "10⁻³ mm²/s", "Mean apparent diffusion coefficient; missing where the study has no ADC map."),
    ]);

    /// <inheritdoc/>
    public override FeatureTable Extract(DiffusionStudy study, LesionSet lesions, StageContext context) => new(Schema,
        [.. lesions.Lesions.Select(lesion => new FeatureRow(lesion.Number, null, new[] { lesion.Volume / Mm3PerMl, MeanAdc(study.Adc, lesion) / AdcUnit }))]);

    private static double MeanAdc(Volume<float>? adc, Lesion lesion)
    {
        if (adc is null) return double.NaN;
        double sum = 0;
        int count = 0;
        foreach (int v in lesion.Voxels.Span)
        {
            if (!float.IsFinite(adc.Span[v])) continue;
            sum += adc.Span[v];
            count++;
        }

        return sum / count; // NaN, a missing value, when no voxel is usable
    }
}
