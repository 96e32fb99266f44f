namespace StrokeFramework.StatisticalFeatures;

/// <summary>
/// Measures mean, median, standard deviation, mode, boundary mean and compactness of each lesion, or of each of its
/// regions in each slice. Intensities are those of the incoming DWI, which is meant to be the enhanced one.
/// </summary>
[Stage("statistical-features", "1.0.0",
    Title = "Statistical features",
    Description = "Mean, median, standard deviation, mode, boundary mean and compactness of each lesion, or of each of its regions in each slice.",
    Citation = "Mohd Noor 2020, Stroke Lesion Segmentation and Classification for Diffusion-Weighted Imaging, MSc thesis, UTeM, http://eprints.utem.edu.my/id/eprint/25380/",
    Needs = StudyTraits.UnitIntensity)]
public sealed class StatisticalFeatureExtractor : FeatureExtractor<StatisticalFeaturesSettings>
{
    /// <inheritdoc/>
    /// <remarks>
    /// The last two columns are named for how they are measured, so that a model is not used on another measure.
    /// </remarks>
    public override FeatureSchema Schema => new(
    [
        new("mean", "", "Mean intensity, on the unit range."),
        new("median", "", "Median intensity, on the unit range."),
        new("standard_deviation", "", "Standard deviation of the intensity (n - 1), on the unit range."),
        new("mode", "", "Most frequent of 256 intensity levels, on the unit range."),
        Parameters.Boundary == BoundaryKind.Inner
            ? new("boundary_mean", "", "Mean intensity of the pixels at the inner boundary, on the unit range.")
            : new("outer_ring_mean", "", "Mean intensity of the pixels around the boundary, on the unit range."),
        Parameters.Perimeter == PerimeterEstimator.ChainCode
            ? new("compactness", "", "Squared chain-code perimeter over 4 pi times the area.")
            : new("crofton_compactness", "", "Squared Crofton perimeter over 4 pi times the area."),
    ]);

    /// <inheritdoc/>
    /// <exception cref="StageException">The lesions lie on another grid than the study.</exception>
    public override FeatureTable Extract(DiffusionStudy study, LesionSet lesions, StageContext context)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(lesions);
        ArgumentNullException.ThrowIfNull(context);
        if (study.Geometry.DescribeMismatch(lesions.Geometry) is { } mismatch)
            throw new StageException($"The lesions do not lie on the study's grid: {mismatch}. Measure lesions on the study that they were found in.");

        var plane = new SlicePlane(study.Geometry);
        var rows = new List<FeatureRow>[lesions.Lesions.Count];
        int small = 0, unusable = 0;
        context.For(0, rows.Length, n =>
        {
            (rows[n], int dropped, int bad) = MeasureLesion(study, lesions.Lesions[n], plane);
            Interlocked.Add(ref small, dropped);
            Interlocked.Add(ref unusable, bad);
        });
        FeatureTable table = new(Schema, [.. rows.SelectMany(r => r)]);
        if (unusable > 0) context.Log?.Warning($"{unusable} voxels of lesions are not finite numbers and are left out of their statistics.");
        if (small > 0) context.Log?.Information($"{small} slice regions are smaller than 'minimumArea' and give no row.");
        if (context.Diagnostics is { } sink) Show(sink, study, lesions, plane, table, small);
        return table;
    }

    private (List<FeatureRow> Rows, int Small, int Unusable) MeasureLesion(DiffusionStudy study, Lesion lesion, SlicePlane plane)
    {
        List<SliceRegion> parts = SliceRegion.PartsOf(lesion, plane);
        if (Parameters.Unit == MeasuredUnit.Lesion)
        {
            double[] whole = Measure(study, parts, plane, out int bad);
            return ([new(lesion.Number, null, whole)], 0, bad);
        }

        var rows = new List<FeatureRow>();
        int small = 0, unusable = 0;
        foreach (SliceRegion part in parts)
        {
            if (part.Area < Parameters.MinimumArea)
            {
                small++;
                continue;
            }

            rows.Add(new(lesion.Number, part.Slice, Measure(study, [part], plane, out int bad)));
            unusable += bad;
        }

        return (rows, small, unusable);
    }

    private double[] Measure(DiffusionStudy study, List<SliceRegion> parts, SlicePlane plane, out int unusable)
    {
        var inside = new IntensityStatistics(study.Dwi.Voxels, parts.SelectMany(p => p.Voxels()));
        var boundary = new IntensityStatistics(study.Dwi.Voxels, BoundaryOf(study, parts));
        double squares = 0, area = 0;
        foreach (SliceRegion part in parts)
        {
            double perimeter = Parameters.Perimeter == PerimeterEstimator.ChainCode
                ? ChainCode.Length(part, plane.SpacingA, plane.SpacingB)
                : CroftonFormula.Length(part, plane.SpacingA, plane.SpacingB);
            squares += perimeter * perimeter;
            area += part.Area;
        }

        unusable = inside.Unusable;
        // The mean of the parts' compactness weighted by their area; of one part, simply its compactness.
        return [inside.Mean, inside.Median, inside.StandardDeviation, inside.Mode, boundary.Mean, squares / (4 * Math.PI * area)];
    }

    private IEnumerable<int> BoundaryOf(DiffusionStudy study, List<SliceRegion> parts)
    {
        IEnumerable<int> voxels = parts.SelectMany(p => p.Boundary(Parameters.Boundary));
        if (Parameters.Boundary == BoundaryKind.Inner) return voxels;
        // Two parts in one slice may share pixels of their rings.
        return voxels.Distinct().Where(v => study.BrainMask is null || study.BrainMask.Span[v] != 0);
    }

    private void Show(IDiagnosticSink sink, DiffusionStudy study, LesionSet lesions, SlicePlane plane, FeatureTable table, int small)
    {
        sink.Add(new ScalarDiagnostic("rows", Parameters.Unit == MeasuredUnit.Lesion ? "Lesions measured" : "Slice regions measured", table.Rows.Count));
        if (Parameters.Unit == MeasuredUnit.Slice) sink.Add(new ScalarDiagnostic("small_regions", "Slice regions below the minimum area", small));
        var boundary = new float[study.Dwi.Voxels.Length];
        foreach (Lesion lesion in lesions.Lesions)
        {
            foreach (int v in BoundaryOf(study, SliceRegion.PartsOf(lesion, plane))) boundary[v] = 1;
        }

        sink.Add(new MapDiagnostic("boundary", "Where the boundary mean is taken", new(study.Geometry, boundary)));
    }
}
