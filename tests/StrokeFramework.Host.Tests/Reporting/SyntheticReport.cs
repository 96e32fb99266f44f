using StrokeFramework.Host.Evaluation;
using StrokeFramework.Host.Reporting;
using StrokeFramework.Imaging;

namespace StrokeFramework.Host.Tests.Reporting;

/// <summary>Reports of the synthetic head.</summary>
internal static class SyntheticReport
{
    /// <summary>A report with everything in it.</summary>
    public static StudyReport Full(VolumeGeometry grid)
    {
        Segmentation segmentation = SyntheticHead.Segmentation(grid);
        Volume<byte> truth = SyntheticHead.Truth(grid);
        LesionSet lesions = LesionFinder.Find(segmentation);
        return new()
        {
            Title = "sub-0001 ses-01",
            Subject = "0001",
            Session = "01",
            Pipeline = "k-means with fast marching",
            Images = [new("DWI", SyntheticHead.Dwi(grid)), new("ADC", SyntheticHead.Adc(grid), "mm²/s")],
            Segmentations = [new("mask", segmentation, lesions, SegmentationMetrics.Compare(segmentation.Mask, truth))],
            Truth = truth,
            Features = Features(lesions),
            Nodes = [Normalization(), Segmenter(grid)],
            Remarks = [new(RemarkKind.Information, "The b-value is not known: the DWI has no sidecar.")],
            Inputs = [new("DWI", "sub-0001/ses-01/dwi/sub-0001_ses-01_dwi.nii.gz", new string('3', 64)), new("ADC", "sub-0001/ses-01/dwi/sub-0001_ses-01_adc.nii.gz", new string('e', 64))],
            Plugins = [new("StrokeFramework.Normalization", "1.0.0", new string('a', 64)), new("StrokeFramework.KMeansFastMarching", "1.0.0", new string('b', 64))],
            Facts = [new("StrokeFramework", "1.0.0")],
            Seed = 42,
            Duration = TimeSpan.FromMilliseconds(1830),
            Finished = new DateTimeOffset(2020, 6, 1, 14, 5, 0, TimeSpan.Zero),
        };
    }

    /// <summary>A report of a study without lesion.</summary>
    public static StudyReport Empty(VolumeGeometry grid)
    {
        var none = Segmentation.Empty(grid);
        return Full(grid) with { Segmentations = [new("mask", none, LesionFinder.Find(none))], Truth = null, Features = null };
    }

    private static FeatureTable Features(LesionSet lesions)
    {
        var schema = new FeatureSchema([new("mean", "", "Mean intensity of the region."), new("std", "", "Standard deviation of the intensities."), new("boundary_mean", "", "Mean intensity along the boundary."), new("area", "mm²", "Area of the largest section."), new("compactness", "", "4π area / perimeter².")]);
        return new(schema, [.. lesions.Lesions.Select(l => new FeatureRow(l.Number, null, new[] { 0.231 / l.Number, 0.0123, double.NaN, 412.25, 0.000812 }))]);
    }

    private static NodeReport Normalization() => new()
    {
        Name = "normalized",
        Stage = "normalization",
        Title = "Intensity normalization",
        PluginVersion = "1.0.0",
        Duration = TimeSpan.FromMilliseconds(42),
        FromCache = true,
        Parameters = [new("mode", "robust", "robust") { Description = "How the unit range is found.", Provenance = Provenance.Inferred, ProvenanceNote = "Files rarely tell how many bits the scanner used." }],
        Diagnostics = [new ScalarDiagnostic("scale", "Factor from file values to the unit range.", 0.000385)],
    };

    private static NodeReport Segmenter(VolumeGeometry grid) => new()
    {
        Name = "lesion",
        Stage = "kmeans-fast-marching",
        Title = "k-means clusters with a fast marching front",
        Citation = "Sethian 1996, doi:10.1073/pnas.93.4.1591",
        PluginVersion = "1.0.0",
        Duration = TimeSpan.FromMilliseconds(1312),
        Parameters =
        [
            new("clusters", "5", "4") { Description = "Number of clusters.", Provenance = Provenance.Sourced, ProvenanceNote = "Chapter 3 of the thesis.", IsSetByUser = true },
            new("minimumVolume", "100", "100", "mm³") { Description = "Smallest lesion kept.", Provenance = Provenance.Derived, ProvenanceNote = "From 30 pixels at 0.9 x 0.9 x 5 mm." },
            new("polarity", "both", "both") { Description = "Which lesions to look for." },
        ],
        Remarks = [new(RemarkKind.Warning, "The front ran into the skull base in 2 slices <k = 3, 4> & was cut there."), new(RemarkKind.Information, "4 seeds were found.")],
        Diagnostics = SyntheticDiagnostics.Make(grid),
    };
}
