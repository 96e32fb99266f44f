using StrokeFramework.Host.Evaluation;

namespace StrokeFramework.Host.Tests.Evaluation;

public sealed class SegmentationMetricsTests
{
    private static readonly GridSize Size = new(7, 6, 5);
    private static readonly VolumeGeometry Grid = VolumeGeometry.FromSpacing(Size, new(0.9, 1.3, 5));

    [Fact]
    public void Volumes_AreInMilliliters()
    {
        SegmentationMetrics metrics = Compare([0, 1], [1, 2, 3, 4, 5]);
        double voxel = 0.9 * 1.3 * 5 / 1000;
        Assert.Equal(2 * voxel, metrics.Volume, 12);
        Assert.Equal(5 * voxel, metrics.TruthVolume, 12);
        Assert.Equal(3 * voxel, metrics.VolumeDifference, 12);
    }

    [Fact]
    public void BothEmpty_IsPerfect()
    {
        SegmentationMetrics metrics = Compare([], []);
        Assert.Equal((1, 1, 0), (metrics.Overlap.Dice, metrics.Lesions.F1, metrics.HausdorffDistance95));
    }

    [Fact]
    public void OneEmpty_HasNoDistance_AndNoLesionAgrees()
    {
        Assert.All([Compare([3], []), Compare([], [3])], metrics =>
        {
            Assert.Equal(double.NaN, metrics.HausdorffDistance95);
            Assert.Equal(0, metrics.Lesions.F1);
        });
    }

    [Fact]
    public void Lesions_TwoOfThreeFoundByOne_HaveTheirRecallAndPrecision()
    {
        var lesions = new LesionAgreement(4, 3, 2, 3);
        Assert.Equal((2.0 / 3, 0.25), (lesions.Recall, lesions.Precision));
        Assert.True(double.IsNaN(new LesionAgreement(1, 0, 0, 1).Recall));
        Assert.True(double.IsNaN(new LesionAgreement(0, 1, 0, 0).Precision));
    }

    [Fact]
    public void Lesions_OneOfTwoFoundWithOneFalse_HasHalfF1()
    {
        int found = Size.IndexOf(1, 1, 1), missed = Size.IndexOf(5, 5, 4), wrong = Size.IndexOf(5, 1, 3);
        LesionAgreement lesions = Compare([found, wrong], [found, missed]).Lesions;
        Assert.Equal(new LesionAgreement(2, 2, 1, 1), lesions);
        Assert.Equal((0.5, 0.5, 0.5), (lesions.Recall, lesions.Precision, lesions.F1));
    }

    [Fact]
    public void Lesions_TouchingAtACorner_AreOne() =>
        Assert.Equal(1, Compare([Size.IndexOf(1, 1, 1), Size.IndexOf(2, 2, 2)], []).Lesions.Lesions);

    [Fact]
    public void Hausdorff_OfTwoVoxels_IsTheirDistanceInMillimeters() =>
        Assert.Equal(Math.Sqrt((1.8 * 1.8) + (5 * 5)), Compare([Size.IndexOf(1, 2, 1)], [Size.IndexOf(3, 2, 2)]).HausdorffDistance95, 5);

    [Fact]
    public void Hausdorff_OfAPicture_LooksAtItsEdgeOnly()
    {
        VolumeGeometry picture = VolumeGeometry.FromSpacing(new(9, 9, 1), new(1, 1, 5));
        byte[] square = Square(picture.Size, 1, 8), ring = Square(picture.Size, 1, 8);
        ring[picture.Size.IndexOf(4, 4, 0)] = 0;
        SegmentationMetrics metrics = SegmentationMetrics.Compare(new(picture, square), new(picture, ring));
        // The hole's four edge voxels lie two steps inside the square's edge; they are under a fifth of the ring's edge.
        Assert.Equal(2, metrics.HausdorffDistance95, 6);
    }

    [Fact]
    public void RandomMasks_AgreeWithBruteForce()
    {
        var random = new Random(7);
        for (int n = 0; n < 60; n++)
        {
            byte[] mask = RandomMask(random), truth = RandomMask(random);
            SegmentationMetrics metrics = SegmentationMetrics.Compare(new(Grid, mask), new(Grid, truth));
            Assert.Equal(1, metrics.Overlap.Jaccard + metrics.Overlap.FalsePositiveRate() + metrics.Overlap.FalseNegativeRate(), 12);
            Assert.Equal(BruteForce.Hausdorff95(mask, truth, Grid), metrics.HausdorffDistance95, 4);
            Assert.Equal(BruteForce.Lesions(mask, truth, Size), metrics.Lesions);
        }
    }

    [Fact]
    public void ToList_NamesEveryDenominator_AndIdsAreUnique()
    {
        IReadOnlyList<MetricValue> list = Compare([1], [1, 2]).ToList();
        Assert.Equal(list.Count, list.Select(m => m.Id).Distinct().Count());
        Assert.Equal(["fpr_union", "fpr_truth", "fpr_pixelwise"], list.Select(m => m.Id).Where(id => id.StartsWith("fpr", StringComparison.Ordinal)));
        Assert.All(list.Where(m => m.Id.StartsWith('f')), m => Assert.Contains(" / (", m.Description, StringComparison.Ordinal));
    }

    private static SegmentationMetrics Compare(int[] mask, int[] truth) => SegmentationMetrics.Compare(Mask(mask), Mask(truth));

    private static Volume<byte> Mask(int[] voxels)
    {
        var mask = new byte[Size.Count];
        foreach (int v in voxels) mask[v] = 1;
        return new(Grid, mask);
    }

    private static byte[] Square(GridSize size, int from, int to)
    {
        var mask = new byte[size.Count];
        for (int j = from; j < to; j++)
        {
            for (int i = from; i < to; i++) mask[size.IndexOf(i, j, 0)] = 1;
        }

        return mask;
    }

    private static byte[] RandomMask(Random random)
    {
        double density = random.NextDouble() * 0.3;
        return [.. Enumerable.Range(0, (int)Size.Count).Select(_ => random.NextDouble() < density ? (byte)1 : (byte)0)];
    }
}
