using StrokeFramework.KMeansFastMarching.Clustering;

namespace StrokeFramework.KMeansFastMarching.Tests;

public sealed class LloydKMeansTests
{
    [Fact]
    public void Inertia_NeverRises()
    {
        for (int seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            var values = new float[random.Next(2, 400)];
            var mask = new byte[values.Length];
            Array.Fill(mask, (byte)1);
            for (int v = 0; v < values.Length; v++) values[v] = seed % 4 == 0 ? random.Next(0, 6) : random.NextSingle() * random.NextSingle();
            var history = new List<double>();
            Clusters found = LloydKMeans.Solve(SortedSamples.Of(values, mask), 2 + (seed % 5), history);
            for (int n = 1; n < history.Count; n++) Assert.True(history[n] <= history[n - 1] + 1e-9);
            Assert.Equal(history[^1], found.Inertia, 1e-9);
            Assert.All(found.Counts, count => Assert.True(count > 0));
        }
    }

    [Fact]
    public void Solve_OfFourSpikes_FindsThem()
    {
        float[] values = [.. Enumerable.Range(0, 400).Select(v => 0.1f + (0.2f * (v % 4)))];
        var mask = new byte[400];
        Array.Fill(mask, (byte)1);
        Clusters found = LloydKMeans.Solve(SortedSamples.Of(values, mask), 4);
        for (int c = 0; c < 4; c++) Assert.Equal(0.1 + (0.2 * c), found.Centers[c], 1e-6);
    }
}
