using System.Text.Json;
using StrokeFramework.Host.Data;
using StrokeFramework.Imaging;
using StrokeFramework.TestSupport;

namespace StrokeFramework.StatisticalFeatures.Tests;

/// <summary>Compares with figures that scikit-image 0.19.3 and NumPy 1.24.2 gave for regions of two real slices.</summary>
public sealed class GoldenRegionTests
{
    [Theory]
    [InlineData("0003", MeasuredUnit.Lesion)]
    [InlineData("0003", MeasuredUnit.Slice)]
    [InlineData("0009", MeasuredUnit.Lesion)]
    [InlineData("0009", MeasuredUnit.Slice)]
    public void Extract_OfARealSlice_AgreesWithThePublishedLibraries(string name, MeasuredUnit unit)
    {
        string folder = SharedData.PathOf("golden/slices");
        Volume<float> image = NiftiFile.Read(Path.Combine(folder, $"{name}_image.nii.gz")).Volume;
        Volume<byte> truth = NiftiFile.ReadLabels(Path.Combine(folder, $"{name}_truth.nii.gz")).Volume;
        LesionSet lesions = LesionFinder.Find(new Segmentation(truth));
        using JsonDocument expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "expected.json")));
        JsonElement[] regions = [.. expected.RootElement.GetProperty(name).GetProperty("regions").EnumerateArray()];

        FeatureTable table = Picture.Measure((Picture.StudyOf(image), lesions), new() { Unit = unit, MinimumArea = 0 });

        Assert.Equal(regions.Length, table.Rows.Count);
        foreach (JsonElement region in regions)
        {
            Lesion lesion = Assert.Single(lesions.Lesions, l => Matches(l, region, image.Size));
            double[] values = Assert.Single(table.Rows, r => r.Lesion == lesion.Number).Values.ToArray();
            Near(region, "mean", values[Picture.Mean]);
            Near(region, "median", values[Picture.Median]);
            Near(region, "std_n_minus_1", values[Picture.StandardDeviation]);
            Near(region, "boundary_mean", values[Picture.BoundaryMean]);
            Assert.Equal(region.GetProperty("mode_level_of_256_rounded").GetInt32(), 255 * values[Picture.Mode], 1e-9);
        }
    }

    private static void Near(JsonElement region, string name, double value) => Assert.Equal(region.GetProperty(name).GetDouble(), value, 1e-6);

    private static bool Matches(Lesion lesion, JsonElement region, GridSize size)
    {
        JsonElement centroid = region.GetProperty("centroid");
        double i = 0, j = 0;
        foreach (int v in lesion.Voxels.Span)
        {
            i += (double)(v % size.I) / lesion.Voxels.Length;
            j += (double)(v / size.I % size.J) / lesion.Voxels.Length;
        }

        return lesion.Voxels.Length == region.GetProperty("area").GetInt32()
            && Math.Abs(i - centroid[0].GetDouble()) < 1e-6 && Math.Abs(j - centroid[1].GetDouble()) < 1e-6;
    }
}
