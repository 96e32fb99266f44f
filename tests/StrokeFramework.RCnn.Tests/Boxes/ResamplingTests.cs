using StrokeFramework.RCnn.Boxes;

namespace StrokeFramework.RCnn.Tests.Boxes;

public sealed class ResamplingTests
{
    private const int Height = 30, Width = 40;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Sample_OfAPlane_IsWhatRoiAlignOfOneChannelGives(int seed)
    {
        var random = new Random(seed);
        float[] plane = [.. Enumerable.Range(0, Width * Height).Select(_ => random.NextSingle())];
        foreach (float[] box in RandomBoxes.Of(48, seed))
        {
            AxisTaps across = new AxisTaps(9, 2).Lay(box[0], box[2], Width), down = new AxisTaps(5, 2).Lay(box[1], box[3], Height);
            float[] sampled = new float[45], expected = new float[45];
            Resampling.Sample(plane, Width, across, down, sampled);
            RoiAlign.Sample(plane, Width, 1, across, down, expected);
            for (int n = 0; n < sampled.Length; n++) Assert.Equal(expected[n], sampled[n], 1e-6);
        }
    }

    [Fact]
    public void Sample_WithCellsOnThePixels_IsThePlane_AndReversed_ItsMirrorImage()
    {
        float[] plane = [.. Enumerable.Range(0, 12).Select(n => (float)n)], sampled = new float[12];
        AxisTaps across = new AxisTaps(4, 1).Lay(-0.5f, 3.5f, 4), down = new AxisTaps(3, 1).Lay(-0.5f, 2.5f, 3);
        Resampling.Sample(plane, 4, across, down, sampled);
        Assert.Equal(plane, sampled);
        across.Reverse();
        Resampling.Sample(plane, 4, across, down, sampled);
        Assert.Equal(plane.Chunk(4).SelectMany(r => r.Reverse()), sampled);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(300)]
    public void TopScores_AreThoseThatSortingPutsFirst(int count)
    {
        var random = new Random(count);
        // Coarse, so that many are equal, and some of them no numbers.
        float[] scores = [.. Enumerable.Range(0, 2000).Select(n => n % 97 == 0 ? float.NaN : random.Next(500))];
        int[] expected = [.. Enumerable.Range(0, scores.Length).Where(n => !float.IsNaN(scores[n])).OrderByDescending(n => scores[n]).Take(count)];
        Assert.Equal(expected, TopScores.Of(scores, count));
    }
}
