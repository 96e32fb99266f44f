using StrokeFramework.Imaging;
using StrokeFramework.TestSupport;

namespace StrokeFramework.StatisticalFeatures.Tests;

public sealed class StatisticalFeatureExtractorTests
{
    [Fact]
    public void Extract_OfFourKnownValues_GivesTheirStatistics()
    {
        float[] values = [0.2f, 0.4f, 0.4f, 0.6f];
        double[] row = Picture.MeasureOne(Picture.Make(new(6, 3, 1), new(1, 1, 1), (i, j, _) => j == 1 && i is >= 1 and <= 4, (i, _, _) => i is >= 1 and <= 4 ? values[i - 1] : 0));
        Assert.Equal(0.4, row[Picture.Mean], 1e-7);
        Assert.Equal(0.4, row[Picture.Median], 1e-7);
        Assert.Equal(Math.Sqrt(0.08 / 3), row[Picture.StandardDeviation], 1e-7);
        Assert.Equal(102 / 255.0, row[Picture.Mode], 1e-12);
        Assert.Equal(0.4, row[Picture.BoundaryMean], 1e-7);
    }

    [Fact]
    public void Mode_OfEquallyFrequentLevels_IsTheLowest()
    {
        double[] row = Picture.MeasureOne(Picture.Make(new(4, 3, 1), new(1, 1, 1), (i, j, _) => j == 1 && (i is 1 or 2), (i, _, _) => i == 1 ? 0.8f : 0.2f));
        Assert.Equal(51 / 255.0, row[Picture.Mode], 1e-12);
    }

    [Fact]
    public void BoundaryMean_IsOfTheRim_OrOfTheRingAroundIt()
    {
        (DiffusionStudy Study, LesionSet Lesions) square = Picture.Make(
            new(9, 9, 1), new(1, 1, 1), (i, j, _) => Distance(i, j) <= 2, (i, j, _) => Distance(i, j) switch { <= 1 => 0.9f, 2 => 0.7f, 3 => 0.3f, _ => 0 });
        Assert.Equal(0.7, Picture.MeasureOne(square)[Picture.BoundaryMean], 1e-7);
        var ring = new StatisticalFeaturesSettings { Boundary = BoundaryKind.OuterRing };
        Assert.Equal(0.3, Picture.MeasureOne(square, ring)[Picture.BoundaryMean], 1e-7);

        // With a brain mask that ends at the lesion there is no ring, so the mean is missing.
        byte[] brain = new byte[81];
        foreach (int v in square.Lesions.Lesions[0].Voxels.Span) brain[v] = 1;
        DiffusionStudy masked = square.Study.WithBrainMask(new(square.Study.Geometry, brain));
        Assert.Equal(double.NaN, Picture.MeasureOne((masked, square.Lesions), ring)[Picture.BoundaryMean]);

        static int Distance(int i, int j) => Math.Max(Math.Abs(i - 4), Math.Abs(j - 4));
    }

    [Fact]
    public void Boundary_AtTheImagesEdge_CountsTheEdgeAsOutside()
    {
        double[] row = Picture.MeasureOne(Picture.Make(new(3, 3, 1), new(1, 1, 1), (_, _, _) => true, (i, j, _) => i == 1 && j == 1 ? 1 : 0.25f));
        Assert.Equal(0.25, row[Picture.BoundaryMean], 1e-12);
    }

    [Fact]
    public void Extract_OfALesionOfOneVoxel_HasNoSpread()
    {
        double[] row = Picture.MeasureOne(Picture.Make(new(3, 3, 3), new(1, 1, 1), (i, j, k) => i == 1 && j == 1 && k == 1));
        Assert.Equal([0.5, 0.5, 0, 128 / 255.0, 0.5, 0], row);
    }

    [Fact]
    public void Extract_WithoutALesion_GivesAnEmptyTable()
    {
        FeatureTable table = Picture.Measure(Picture.Make(new(3, 3, 3), new(1, 1, 1), (_, _, _) => false));
        Assert.Empty(table.Rows);
        Assert.Equal(["mean", "median", "standard_deviation", "mode", "boundary_mean", "compactness"], table.Schema.Columns.Select(c => c.Name));
    }

    [Fact]
    public void Extract_BySlice_DropsRegionsBelowTheMinimumArea()
    {
        (DiffusionStudy, LesionSet) lesion = Picture.Make(new(9, 9, 3), new(1, 1, 5), (i, j, k) => i is >= 2 and < 7 && j >= 2 && j < 2 + (2 * k));
        var sink = new RecordingSink();
        FeatureTable table = Picture.Measure(lesion, new() { Unit = MeasuredUnit.Slice, MinimumArea = 12 }, new StageContext { Diagnostics = sink });
        Assert.Equal(2, Assert.Single(table.Rows).Slice);
        Assert.Equal(1, sink.Scalar("small_regions"));
    }

    [Fact]
    public void Extract_LeavesValuesThatAreNoNumbersOut_WithAWarning()
    {
        var log = new RecordingLog();
        (DiffusionStudy, LesionSet) lesion = Picture.Make(new(6, 3, 1), new(1, 1, 1), (i, j, _) => j == 1 && i is >= 1 and <= 4, (i, _, _) => i == 2 ? float.NaN : 0.5f);
        double[] row = Assert.Single(Picture.Measure(lesion, context: new StageContext { Log = log }).Rows).Values.ToArray();
        Assert.Equal(0.5, row[Picture.Mean]);
        Assert.Equal(36 / (4 * Math.PI * 4), row[Picture.Compactness], 1e-12);
        Assert.StartsWith("1 voxels", Assert.Single(log.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Extract_OfALesionWithoutAnyNumber_IsMissingButForItsShape()
    {
        double[] row = Picture.MeasureOne(Picture.Make(new(4, 4, 1), new(1, 1, 1), (i, j, _) => i is 1 or 2 && j is 1 or 2, (_, _, _) => float.NaN));
        Assert.All(row[..Picture.Compactness], v => Assert.Equal(double.NaN, v));
        Assert.Equal(16 / (4 * Math.PI * 4), row[Picture.Compactness], 1e-12);
    }

    [Fact]
    public void Extract_OfAVolumeStoredAcrossAnotherAxis_GivesTheSameFeatures()
    {
        var random = new Random(5);
        float[] noise = [.. Enumerable.Range(0, 20 * 18 * 6).Select(_ => random.NextSingle())];
        Func<int, int, int, bool> inside = (i, j, k) => double.Hypot((i - 9) / 6.0, (j - 8) / 5.0) + (Math.Abs(k - 3) / 3.0) <= 1;
        var upright = Picture.Make(new(20, 18, 6), new(1, 2, 5), inside, (i, j, k) => noise[i + (20 * (j + (18 * k)))]);

        // The same voxels, stored with the slices along the first axis and running downwards.
        var sagittal = new VolumeGeometry(new(6, 20, 18), new(new(0, 0, -5), new(1, 0, 0), new(0, 2, 0), default));
        var mask = new byte[noise.Length];
        var image = new float[noise.Length];
        for (int k = 0; k < 6; k++)
        {
            for (int j = 0; j < 18; j++)
            {
                for (int i = 0; i < 20; i++)
                {
                    int v = sagittal.Size.IndexOf(5 - k, i, j);
                    (mask[v], image[v]) = (inside(i, j, k) ? (byte)1 : (byte)0, noise[i + (20 * (j + (18 * k)))]);
                }
            }
        }

        (DiffusionStudy, LesionSet) turned = (Picture.StudyOf(new(sagittal, image)), LesionFinder.Find(new Segmentation(new(sagittal, mask))));
        double[] expected = Picture.MeasureOne(upright), actual = Picture.MeasureOne(turned);
        for (int c = 0; c < expected.Length; c++) Assert.Equal(expected[c], actual[c], 1e-12);
        var bySlice = new StatisticalFeaturesSettings { Unit = MeasuredUnit.Slice, MinimumArea = 0 };
        Assert.Equal(
            Picture.Measure(upright, bySlice).Rows.Select(r => 5 - r.Slice!.Value).Order(), Picture.Measure(turned, bySlice).Rows.Select(r => r.Slice!.Value));
    }

    [Fact]
    public void Extract_OnAnyNumberOfThreads_GivesTheSameBits()
    {
        var random = new Random(1);
        var lesions = Picture.Make(new(40, 40, 5), new(1, 1, 5), (i, j, _) => i % 8 < 5 && j % 8 < 5, (_, _, _) => random.NextSingle());
        FeatureTable one = Picture.Measure(lesions), four = Picture.Measure(lesions, context: new StageContext { MaxDegreeOfParallelism = 4 });
        Assert.Equal(25, one.Rows.Count);
        Assert.Equal(one.Rows.SelectMany(r => r.Values.ToArray()), four.Rows.SelectMany(r => r.Values.ToArray()));
    }

    [Fact]
    public void Extract_OfLesionsOnAnotherGrid_IsRefused()
    {
        (DiffusionStudy study, _) = Picture.Make(new(4, 4, 1), new(1, 1, 1), (_, _, _) => false);
        (_, LesionSet lesions) = Picture.Make(new(5, 4, 1), new(1, 1, 1), (_, _, _) => true);
        var refused = Assert.Throws<StageException>(() => Picture.Measure((study, lesions)));
        Assert.Contains("grid", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Schema_IsAnother_WhenAColumnIsMeasuredAnotherWay()
    {
        string[] hashes = [Hash(new()), Hash(new() { Boundary = BoundaryKind.OuterRing }), Hash(new() { Perimeter = PerimeterEstimator.Crofton })];
        Assert.Distinct(hashes);
        Assert.Equal(hashes[0], Hash(new() { Unit = MeasuredUnit.Slice, MinimumArea = 3 }));

        static string Hash(StatisticalFeaturesSettings settings)
        {
            var stage = new StatisticalFeatureExtractor();
            stage.Configure(settings);
            return stage.Schema.Hash;
        }
    }
}
