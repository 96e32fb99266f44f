using System.Text.Json;
using StrokeFramework.Host.Data;
using StrokeFramework.KMeansFastMarching.Clustering;
using StrokeFramework.TestSupport;

namespace StrokeFramework.KMeansFastMarching.Tests;

public sealed class ExactKMeansTests
{
    [Theory]
    [InlineData("0003")]
    [InlineData("0009")]
    public void Solve_OfARealSlice_FindsTheGlobalOptimumThatDynamicProgrammingElsewhereFound(string number)
    {
        NiftiImage image = NiftiFile.Read(SharedData.PathOf($"golden/slices/{number}_image.nii.gz"));
        NiftiLabels brain = NiftiFile.ReadLabels(SharedData.PathOf($"golden/slices/{number}_brain.nii.gz"));
        using JsonDocument golden = JsonDocument.Parse(File.ReadAllText(SharedData.PathOf("golden/slices/expected.json")));
        JsonElement expected = golden.RootElement.GetProperty(number).GetProperty("kmeans4");

        Clusters found = Solve(SortedSamples.Of(image.Volume.Span, brain.Volume.Span), 4);

        double[] centers = [.. expected.GetProperty("centres").EnumerateArray().Select(c => c.GetDouble())];
        for (int c = 0; c < 4; c++) Assert.Equal(centers[c], found.Centers[c], 1e-6);
        double inertia = expected.GetProperty("inertia").GetDouble();
        Assert.Equal(inertia, found.Inertia, 1e-6 * inertia);
    }

    [Fact]
    public void Solve_OfSmallSets_MatchesTryingEveryPartition()
    {
        for (int seed = 0; seed < 150; seed++)
        {
            var random = new Random(seed);
            var values = new float[random.Next(1, 14)];
            // Coarse values give ties and repeated values.
            for (int v = 0; v < values.Length; v++) values[v] = seed % 3 == 0 ? random.Next(-4, 5) : random.NextSingle();
            float[] sorted = [.. values.Order()];
            for (int k = 1; k <= 5; k++)
            {
                Clusters found = Solve(Samples(values), k);
                double best = BestInertia(sorted, 0, Math.Min(k, sorted.Distinct().Count()));
                Assert.Equal(best, found.Inertia, 1e-6);
                Assert.Equal(values.Length, found.Counts.Sum());
                Assert.Equal(found.Inertia, Reassigned(values, found), 1e-6);
            }
        }
    }

    [Fact]
    public void Solve_OfManyDistinctValues_IsNeverWorseThanLloydFromAnyQuantiles()
    {
        for (int seed = 0; seed < 10; seed++)
        {
            var random = new Random(seed);
            var values = new float[5000];
            for (int v = 0; v < values.Length; v++) values[v] = (float)Math.Pow(random.NextDouble(), 1 + (seed / 3.0));
            SortedSamples samples = Samples(values);
            for (int k = 2; k <= 6; k++)
            {
                Clusters exact = Solve(samples, k);
                Assert.True(exact.Inertia <= LloydKMeans.Solve(samples, k).Inertia * (1 + 1e-9));
            }
        }
    }

    [Fact]
    public void Solve_ForRisingAndFallingNumbers_IsTheSameAsEachAlone()
    {
        var random = new Random(5);
        var values = new float[500];
        for (int v = 0; v < values.Length; v++) values[v] = random.NextSingle();
        SortedSamples samples = Samples(values);
        var solver = new ExactKMeans(samples, CancellationToken.None);
        foreach (int k in new[] { 4, 5, 2, 7, 3, 6, 1 }) Assert.Equal(Solve(samples, k).Centers, solver.Solve(k).Centers);
    }

    [Fact]
    public void Solve_WithFewerDistinctValuesThanClusters_GivesOneClusterEach()
    {
        Clusters found = Solve(Samples([2, 1, 2, 2]), 4);
        Assert.Equal([1.0, 2.0], found.Centers);
        Assert.Equal([1L, 3L], found.Counts);
        Assert.Equal(0, found.Inertia);
    }

    private static Clusters Solve(SortedSamples samples, int k) => new ExactKMeans(samples, CancellationToken.None).Solve(k);

    private static SortedSamples Samples(float[] values)
    {
        var all = new byte[values.Length];
        Array.Fill(all, (byte)1);
        return SortedSamples.Of(values, all);
    }

    private static double BestInertia(float[] sorted, int from, int k)
    {
        if (k == 1) return Inertia(sorted[from..]);
        double best = double.PositiveInfinity;
        for (int cut = from + 1; cut <= sorted.Length - (k - 1); cut++)
            best = Math.Min(best, Inertia(sorted[from..cut]) + BestInertia(sorted, cut, k - 1));
        return best;
    }

    private static double Inertia(float[] values)
    {
        double mean = values.Average(v => (double)v);
        return values.Sum(v => (v - mean) * (v - mean));
    }

    private static double Reassigned(float[] values, Clusters clusters) =>
        values.Sum(v => Math.Pow(v - clusters.Centers[clusters.Of(v)], 2));
}
