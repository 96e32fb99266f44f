using StrokeFramework.Imaging;

namespace StrokeFramework.RadiologicalFeatures;

/// <summary>
/// Measures of each lesion what a radiologist reads off: how large and how round it is, how it differs from the same place in
/// the other hemisphere, its diffusion, and where it lies. Meant for the DWI as scanned or normalized: an enhancement
/// such as the power law bends the ratios.
/// </summary>
[Stage("radiological-features", "1.0.0",
    Title = "Radiological features",
    Description = "Volume, sphericity, contrast to the other hemisphere, ADC figures, and if wanted side and centroid of each lesion.",
    Citation = "Wadell 1935, doi:10.1086/624298 (sphericity); Legland, Kiêu & Devaux 2007, doi:10.5566/ias.v26.p83-92 (surface); Pierpaoli et al. 1993, doi:10.1148/radiology.189.2.8210373 (ADC against the other hemisphere)")]
public sealed class RadiologicalFeatureExtractor : FeatureExtractor<RadiologicalFeaturesSettings>
{
    private const double Mm3PerMl = 1000, AdcUnit = 1e-3;

    /// <inheritdoc/>
    public override FeatureSchema Schema => new(
    [
        new("volume", "ml", "Volume."),
        new("sphericity", "", "Surface of a ball of the same volume over the lesion's surface; 1 is a ball."),
        new("dwi_ratio", "", "Mean DWI over that of the mirror image in the other hemisphere."),
        .. Parameters.Adc ? AdcColumns : [],
        .. Parameters.Place ? PlaceColumns : [],
    ]);

    private static FeatureColumn[] AdcColumns =>
    [
        new("adc_mean", "10⁻³ mm²/s", "Mean apparent diffusion coefficient."),
        new("adc_median", "10⁻³ mm²/s", "Median apparent diffusion coefficient."),
        new("adc_p10", "10⁻³ mm²/s", "Apparent diffusion coefficient that a tenth of the lesion lies below."),
        new("adc_standard_deviation", "10⁻³ mm²/s", "Standard deviation of the apparent diffusion coefficient (n - 1)."),
        new("adc_ratio", "", "Mean apparent diffusion coefficient over that of the mirror image in the other hemisphere."),
        new("dwi_adc_ratio", "", "dwi_ratio over adc_ratio: large where diffusion is restricted, near 1 where T2 alone shines through."),
    ];

    private static FeatureColumn[] PlaceColumns =>
    [
        new("side", "", "Share of the lesion right of the midsagittal plane less that left of it: 1 is wholly on the patient's right, -1 on the left."),
        new("centroid_right", "mm", "Center, towards the patient's right, in the scanner's coordinates."),
        new("centroid_anterior", "mm", "Center, to anterior, in the scanner's coordinates."),
        new("centroid_superior", "mm", "Center, to superior, in the scanner's coordinates."),
    ];

    /// <inheritdoc/>
    /// <exception cref="StageException">The lesions lie on another grid than the study.</exception>
    public override FeatureTable Extract(DiffusionStudy study, LesionSet lesions, StageContext context)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(lesions);
        ArgumentNullException.ThrowIfNull(context);
        if (study.Geometry.DescribeMismatch(lesions.Geometry) is { } mismatch)
            throw new StageException($"The lesions do not lie on the study's grid: {mismatch}. Measure lesions on the study that they were found in.");
        if (lesions.Lesions.Count == 0) return new(Schema, []);
        if (Parameters.Adc && study.Adc is null) context.Log?.Information("The study has no ADC map, so its columns are missing values.");

        var hemispheres = new Hemispheres(study, lesions, Parameters.MinimumMirror, context.CancellationToken);
        var surface = new SurfaceArea(study.Geometry.Spacing);
        var rows = new FeatureRow[lesions.Lesions.Count];
        context.For(0, rows.Length, n =>
        {
            Lesion lesion = lesions.Lesions[n];
            rows[n] = new(lesion.Number, null, Measure(study, lesion, hemispheres, surface));
        });
        if (context.Diagnostics is { } sink)
        {
            sink.Add(new ScalarDiagnostic("midsagittal_angle", "Turn of the midsagittal plane in the slice", hemispheres.Angle, "°"));
            sink.Add(new MapDiagnostic("mirror", "Mirror images that lesions are compared with", hemispheres.Compared()));
        }

        return new(Schema, rows);
    }

    private double[] Measure(DiffusionStudy study, Lesion lesion, Hemispheres hemispheres, SurfaceArea surface)
    {
        ReadOnlySpan<int> voxels = lesion.Voxels.Span;
        double dwi = hemispheres.Ratio(lesion, study.Dwi);
        List<double> values = [lesion.Volume / Mm3PerMl, LesionShape.Sphericity(voxels, lesion.Volume, study.Geometry.Size, surface), dwi];
        if (Parameters.Adc) values.AddRange(MeasureAdc(study, lesion, hemispheres, dwi));
        if (Parameters.Place)
        {
            Point3 center = CenterOf(voxels, study.Geometry);
            values.AddRange([hemispheres.SideOf(lesion), center.X, center.Y, center.Z]);
        }

        return [.. values];
    }

    private static double[] MeasureAdc(DiffusionStudy study, Lesion lesion, Hemispheres hemispheres, double dwiRatio)
    {
        if (study.Adc is not { } adc) return [double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN];
        List<float> found = [];
        foreach (int v in lesion.Voxels.Span)
        {
            if (float.IsFinite(adc.Span[v])) found.Add(adc.Span[v]);
        }

        double ratio = hemispheres.Ratio(lesion, adc);
        if (found.Count == 0) return [double.NaN, double.NaN, double.NaN, double.NaN, ratio, dwiRatio / ratio];
        double mean = found.Sum(v => (double)v) / found.Count;
        double deviation = found.Count == 1 ? 0 : Math.Sqrt(found.Sum(v => (v - mean) * (v - mean)) / (found.Count - 1));
        float[] values = [.. found];
        return [mean / AdcUnit, RobustStatistics.Median(values) / AdcUnit, RobustStatistics.Quantile(values, 0.1) / AdcUnit, deviation / AdcUnit, ratio, dwiRatio / ratio];
    }

    private static Point3 CenterOf(ReadOnlySpan<int> voxels, VolumeGeometry geometry)
    {
        GridSize size = geometry.Size;
        double i = 0, j = 0, k = 0;
        foreach (int v in voxels) (i, j, k) = (i + (v % size.I), j + (v / size.I % size.J), k + (v / size.SliceCount));
        return geometry.ToWorld(i / voxels.Length, j / voxels.Length, k / voxels.Length);
    }
}
