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
        using DisposeScope scope = NewDisposeScope();
        var random = new Random(seed);
        float[][] boxes = RandomBoxes.Of(400, seed);
        // Coarse scores, so that many are equal.
        float[] scores = [.. boxes.Select(_ => random.Next(60) / 60f)];
        long[] kept = [.. NonMaximumSuppression.Keep(RandomBoxes.ToTensor(boxes), tensor(scores), threshold).data<long>()];
        Assert.Equal(OneByOne(boxes, scores, threshold), kept);
        if (threshold < 1) Assert.InRange(kept.Length, 1, boxes.Length - 1);
    }

    [Fact]
    public void Keep_OfAChain_LetsAThirdBoxStay_WhereTheSecondIsGone()
    {
        using DisposeScope scope = NewDisposeScope();
        float[][] chain = [.. Enumerable.Range(0, 9).Select(n => new float[] { 4 * n, 0, (4 * n) + 10, 10 })];
        float[] scores = [.. chain.Select((_, n) => 1f - (0.1f * n))];
        Assert.Equal([0, 2, 4, 6, 8], NonMaximumSuppression.Keep(RandomBoxes.ToTensor(chain), tensor(scores), 0.4).data<long>().ToArray());
    }

    [Fact]
    public void Keep_OfNothing_IsNothing()
    {
        using DisposeScope scope = NewDisposeScope();
        Assert.Equal(0, NonMaximumSuppression.Keep(empty(0, 4), empty(0), 0.5).shape[0]);
        Assert.Equal(0, NonMaximumSuppression.KeepPerClass(empty(0, 4), empty(0), empty(0, dtype: ScalarType.Int64), 0.5).shape[0]);
    }

    [Fact]
    public void KeepPerClass_IsWhatEachClassAloneGives()
    {
        using DisposeScope scope = NewDisposeScope();
        var random = new Random(7);
        float[][] boxes = RandomBoxes.Of(300, 7);
        float[] scores = [.. boxes.Select(_ => random.NextSingle())];
        long[] classes = [.. boxes.Select(_ => (long)random.Next(4))];
        long[] kept = [.. NonMaximumSuppression.KeepPerClass(RandomBoxes.ToTensor(boxes), tensor(scores), tensor(classes), 0.4).data<long>()];
        long[] expected = [.. Enumerable.Range(0, 4).SelectMany(c =>
        {
            long[] own = [.. Enumerable.Range(0, boxes.Length).Where(n => classes[n] == c).Select(n => (long)n)];
            return OneByOne([.. own.Select(n => boxes[n])], [.. own.Select(n => scores[n])], 0.4).Select(n => own[n]);
        }).OrderByDescending(n => scores[n])];
        Assert.Equal(expected, kept);
    }

    private static long[] OneByOne(float[][] boxes, float[] scores, double threshold)
    {
        List<int> kept = [];
        foreach (int n in Enumerable.Range(0, boxes.Length).OrderByDescending(n => scores[n]))
        {
            if (kept.All(k => RandomBoxes.Overlap(boxes[k], boxes[n]) <= threshold)) kept.Add(n);
        }

        return [.. kept.Select(k => (long)k)];
    }
}
