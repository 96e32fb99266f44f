using StrokeFramework.MarkerWatershed.Flooding;

namespace StrokeFramework.MarkerWatershed.Tests;

public sealed class WatershedFloodTests
{
    /// <summary>The tie rule of the other library is not wholly documented, so the second slice may differ in two pixels.</summary>
    [Theory]
    [InlineData("0003", 0)]
    [InlineData("0009", 2)]
    public void Basin_OfARealSlice_EqualsThatOfAnotherLibrary(string number, int mostDifferent)
    {
        Volume<float> relief = Golden.Image($"{number}_sobel");
        Volume<byte> expected = Golden.Labels($"{number}_watershed");
        int[] labels = [.. Golden.Labels($"{number}_markers").Span.ToArray().Select(b => (int)b)];
        WatershedFlood.Run(relief.Span, labels, relief.Geometry.Size, CancellationToken.None);
        int different = Enumerable.Range(0, labels.Length).Count(v => labels[v] == 1 != (expected.Span[v] == 1));
        Assert.True(different <= mostDifferent, $"{different} pixels differ");
        Assert.Contains(1, labels);
    }

    [Theory]
    [InlineData(19, 17, 1, 1)]
    [InlineData(19, 17, 1, 2)]
    [InlineData(9, 8, 5, 3)]
    public void Labels_CoverAll_AndBelongToAMarkerReachedOverTheLowestPass(int i, int j, int k, int seed)
    {
        GridSize size = new(i, j, k);
        var random = new Random(seed);
        float[] relief = [.. Enumerable.Range(0, (int)size.Count).Select(_ => (float)random.Next(9))];
        var labels = new int[size.Count];
        for (int label = 1; label <= 4; label++) labels[random.Next(labels.Length)] = label;
        int[] markers = (int[])labels.Clone();

        WatershedFlood.Run(relief, labels, size, CancellationToken.None);

        // By relaxation until nothing changes: the height of the lowest pass from each marker to each voxel.
        double[][] passes = [.. Enumerable.Range(1, 4).Select(label => Passes(relief, markers, label, size))];
        for (int v = 0; v < labels.Length; v++)
        {
            Assert.InRange(labels[v], 1, 4);
            if (markers[v] > 0) Assert.Equal(markers[v], labels[v]);
            else Assert.Equal(passes.Min(p => p[v]), passes[labels[v] - 1][v]);
        }
    }

    [Fact]
    public void Barriers_AreNotCrossed()
    {
        int[] labels = [1, 0, WatershedFlood.Barrier, 0, 0];
        WatershedFlood.Run(new float[5], labels, new(5, 1, 1), CancellationToken.None);
        Assert.Equal([1, 1, WatershedFlood.Barrier, 0, 0], labels);
    }

    [Fact]
    public void OnAPlateau_MarkersMeetInTheMiddle()
    {
        int[] labels = [1, 0, 0, 0, 0, 2];
        WatershedFlood.Run(new float[6], labels, new(6, 1, 1), CancellationToken.None);
        Assert.Equal([1, 1, 1, 2, 2, 2], labels);
    }

    [Fact]
    public void Queue_GivesTheLowestFirst_AndEqualsInTheOrderOfArrival()
    {
        var random = new Random(5);
        float[] heights = [.. Enumerable.Range(0, 5000).Select(_ => random.Next(40) * 0.1f)];
        var queue = new FloodQueue();
        for (int n = 0; n < heights.Length; n++) queue.Push(heights[n], n);
        int[] order = [.. Enumerable.Range(0, heights.Length).Select(_ => queue.Pop())];
        Assert.Equal(Enumerable.Range(0, heights.Length).OrderBy(n => heights[n]), order);
        Assert.Equal(0, queue.Count);
    }

    private static double[] Passes(float[] relief, int[] markers, int label, GridSize size)
    {
        double[] passes = [.. markers.Select((m, v) => m == label ? relief[v] : double.PositiveInfinity)];
        for (bool changed = true; changed;)
        {
            changed = false;
            for (int v = 0; v < passes.Length; v++)
            {
                for (int n = 0; n < passes.Length; n++)
                {
                    // Other markers are taken already, so no way leads through them.
                    if (markers[v] != 0 || !Touch(v, n, size) || !(Math.Max(relief[v], passes[n]) < passes[v])) continue;
                    passes[v] = Math.Max(relief[v], passes[n]);
                    changed = true;
                }
            }
        }

        return passes;
    }

    private static bool Touch(int a, int b, GridSize size) =>
        a != b && Math.Abs((a % size.I) - (b % size.I)) <= 1 && Math.Abs((a / size.I % size.J) - (b / size.I % size.J)) <= 1 && Math.Abs((a / size.SliceCount) - (b / size.SliceCount)) <= 1;
}
