using StrokeFramework.RCnn.Boxes;

namespace StrokeFramework.RCnn.Tests.Boxes;

public sealed class NonMaximumSuppressionTests
{
    [Theory]
    [InlineData(0.0, 1)]
    [InlineData(0.3, 2)]
    [InlineData(0.5, 3)]
    [InlineData(0.7, 4)]
    [InlineData(1.0, 5)]
    public void Keep_OfAnyBoxes_IsWhatGoingThroughThemGives(double threshold, int seed)
    {
        var random = new Random(seed);
        float[][] boxes = RandomBoxes.Of(400, seed);
        // Coarse scores, so that many are equal.
        float[] scores = [.. boxes.Select(_ => random.Next(60) / 60f)];
        int[] kept = NonMaximumSuppression.Keep(RandomBoxes.Flat(boxes), scores, threshold), expected = OneByOne(boxes, scores, threshold);
        Assert.Equal(expected, kept);
        Assert.Equal(expected[..Math.Min(5, expected.Length)], NonMaximumSuppression.Keep(RandomBoxes.Flat(boxes), scores, threshold, most: 5));
        if (threshold < 1) Assert.InRange(kept.Length, 1, boxes.Length - 1);
    }

    [Fact]
    public void Keep_OfAChain_LetsAThirdBoxStay_WhereTheSecondIsGone()
    {
        float[][] chain = [.. Enumerable.Range(0, 9).Select(n => new float[] { 4 * n, 0, (4 * n) + 10, 10 })];
        float[] scores = [.. chain.Select((_, n) => 1f - (0.1f * n))];
        Assert.Equal([0, 2, 4, 6, 8], NonMaximumSuppression.Keep(RandomBoxes.Flat(chain), scores, 0.4));
    }

    [Fact]
    public void Keep_OfNothing_IsNothing() => Assert.Empty(NonMaximumSuppression.Keep([], [], 0.5));

    [Fact]
    public void Keep_WithClasses_IsWhatEachClassAloneGives()
    {
        var random = new Random(7);
        float[][] boxes = RandomBoxes.Of(300, 7);
        float[] scores = [.. boxes.Select(_ => random.NextSingle())];
        int[] classes = [.. boxes.Select(_ => random.Next(4))];
        int[] kept = NonMaximumSuppression.Keep(RandomBoxes.Flat(boxes), scores, 0.4, classes);
        int[] expected = [.. Enumerable.Range(0, 4).SelectMany(c =>
        {
            int[] own = [.. Enumerable.Range(0, boxes.Length).Where(n => classes[n] == c)];
            return OneByOne([.. own.Select(n => boxes[n])], [.. own.Select(n => scores[n])], 0.4).Select(n => own[n]);
        }).OrderByDescending(n => scores[n])];
        Assert.Equal(expected, kept);
    }

    private static int[] OneByOne(float[][] boxes, float[] scores, double threshold)
    {
        List<int> kept = [];
        foreach (int n in Enumerable.Range(0, boxes.Length).OrderByDescending(n => scores[n]))
        {
            if (kept.All(k => RandomBoxes.Overlap(boxes[k], boxes[n]) <= threshold)) kept.Add(n);
        }

        return [.. kept];
    }
}
