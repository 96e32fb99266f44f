using StrokeFramework.AdaptiveThreshold.Blocks;
using StrokeFramework.Imaging;

namespace StrokeFramework.AdaptiveThreshold.Tests;

public sealed class BlockHistogramsTests
{
    [Theory]
    [InlineData(16, 16, 8, 8)]
    [InlineData(37, 23, 8, 5)]
    [InlineData(5, 3, 8, 8)]
    public void Count_MatchesCountingEveryVoxelInItsBlock(int width, int height, int columns, int rows)
    {
        var size = new GridSize(width, height, 2);
        var random = new Random(3);
        var values = new float[size.Count];
        var brain = new byte[size.Count];
        for (int v = 0; v < values.Length; v++) (values[v], brain[v]) = (random.NextSingle(), (byte)(random.Next(5) > 0 ? 1 : 0));
        AdaptiveThresholdSettings settings = new() { Rows = rows, Columns = columns, MinimumBrain = 0.01, RimWidth = 0 };
        StudySlab slab = Slab(size, values, brain);
        BlockHistograms histograms = Count(slab, settings);

        var expected = new int[histograms.Count, 128];
        for (int v = 0; v < values.Length; v++)
        {
            if (brain[v] == 0) continue;
            int block = (v / size.SliceCount * rows * columns) + histograms.BlockAt(v % width, v / width % height);
            expected[block, (int)(values[v] * 128)]++;
        }

        for (int block = 0; block < histograms.Count; block++)
        {
            for (int bin = 0; bin < 128; bin++) Assert.Equal(expected[block, bin], histograms.Of(block)[bin]);
        }
    }

    [Fact]
    public void Percentiles_AreThoseOfTheSortedValuesToAFineBin()
    {
        var size = new GridSize(64, 64, 1);
        var random = new Random(4);
        float[] values = [.. Enumerable.Range(0, (int)size.Count).Select(_ => random.NextSingle() * random.NextSingle())];
        BlockHistograms histograms = Count(Slab(size, values, Ones(size.Count)), new() { Rows = 1, Columns = 1 });
        Assert.Equal(RobustStatistics.Quantile(values, 0.02), histograms.Low[0], 1.0 / 1024);
        Assert.Equal(RobustStatistics.Quantile(values, 0.98), histograms.High[0], 1.0 / 1024);
    }

    [Fact]
    public void ABlockWithTooLittleBrain_IsLeftOut()
    {
        var size = new GridSize(16, 8, 1);
        var brain = new byte[size.Count];
        for (int v = 0; v < size.Count; v++) brain[v] = v % 16 < 8 || v < 16 ? (byte)1 : (byte)0;
        BlockHistograms histograms = Count(Slab(size, new float[size.Count], brain), new() { Rows = 1, Columns = 2, RimWidth = 0 });
        Assert.Equal([64, 0], histograms.Total);
    }

    [Fact]
    public void TheRimOfTheBrain_IsNotCounted_ButTheEdgeOfThePictureIsNoRim()
    {
        var size = new GridSize(12, 10, 1);
        var brain = new byte[size.Count];
        for (int v = 0; v < size.Count; v++) brain[v] = v % 12 < 8 ? (byte)1 : (byte)0;
        // Spacing is 1 mm: two voxels towards the right are rim, and none at the other three sides.
        BlockHistograms histograms = Count(Slab(size, new float[size.Count], brain), new() { Rows = 1, Columns = 1, RimWidth = 2 });
        Assert.Equal(6 * 10, histograms.Total[0]);
    }

    private static byte[] Ones(long count) => [.. Enumerable.Repeat((byte)1, (int)count)];

    private static StudySlab Slab(GridSize size, float[] values, byte[] brain)
    {
        VolumeGeometry geometry = VolumeGeometry.FromSpacing(size, new(1, 1, 5));
        return new SliceMapper(new DiffusionStudy(new(geometry, values)).WithBrainMask(new(geometry, brain))).Volume;
    }

    private static BlockHistograms Count(StudySlab slab, AdaptiveThresholdSettings settings)
    {
        var histograms = new BlockHistograms(slab, settings);
        for (int k = 0; k < slab.Size.K; k++) histograms.CountSlice(k, CancellationToken.None);
        return histograms;
    }
}
