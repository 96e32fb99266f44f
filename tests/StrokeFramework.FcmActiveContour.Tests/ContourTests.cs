using StrokeFramework.FcmActiveContour.Contour;
using StrokeFramework.Host.Data;
using StrokeFramework.Imaging;
using StrokeFramework.TestSupport;

namespace StrokeFramework.FcmActiveContour.Tests;

public sealed class ContourTests
{
    [Theory]
    [InlineData("0003")]
    [InlineData("0009")]
    public void ChanVese_InTheBoxOfARealLesion_AgreesWithAnotherLibrary(string number)
    {
        Volume<float> image = NiftiFile.Read(SharedData.PathOf($"golden/slices/{number}_box_image.nii.gz")).Volume;
        Volume<byte> start = NiftiFile.ReadLabels(SharedData.PathOf($"golden/slices/{number}_box_start.nii.gz")).Volume;
        Volume<byte> expected = NiftiFile.ReadLabels(SharedData.PathOf($"golden/slices/{number}_box_chan_vese_mu0.1.nii.gz")).Volume;
        StudySlab slab = Slabs.Of(image.Size, new(1, 1, 1), v => image.Span[v]);
        int[] seeds = [.. Enumerable.Range(0, start.Span.Length).Where(v => start.Span[v] != 0)];
        float low = float.PositiveInfinity, high = float.NegativeInfinity;
        foreach (float value in image.Span) (low, high) = (Math.Min(low, value), Math.Max(high, value));

        // That library scales the image to [0, 1], counts lengths in pixels and runs to its own stop.
        ContourBox box = ContourBox.Around(slab, slab.Brain, seeds, 1000, 1000);
        new ContourEvolution(box, new ChanVeseModel(box, high - low, 0), 0.1, 0.5, 200).Run(2000, null, CancellationToken.None);

        var found = new byte[image.Span.Length];
        for (int j = 0; j < image.Size.J; j++)
        {
            for (int i = 0; i < image.Size.I; i++) found[image.Size.IndexOf(i, j, 0)] = box.Level[box.IndexOf(i, j, 0)] > 0 ? (byte)1 : (byte)0;
        }

        double dice = OverlapFigures.Dice(new(image.Geometry, found), expected);
        Assert.True(dice >= 0.97, $"Dice {dice:F4}");
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(9, 1)]
    [InlineData(9, 2.5)]
    public void ChanVese_OfANoisyBall_FindsItFromASmallStart(int slices, double thickness)
    {
        var size = new GridSize(48, 40, slices);
        var spacing = new Point3(1, 1, thickness);
        StudySlab slab = Ball(size, spacing, 10, out byte[] truth);
        int[] start = [.. Enumerable.Range(0, truth.Length).Where(v => Distance(v, size, spacing) <= 4)];
        List<int> inside = Evolve(slab, start, box => new ChanVeseModel(box, 0.4, 0), 0.5, out ContourHistory history);
        Assert.True(Dice(inside, truth) > 0.97, $"Dice {Dice(inside, truth):F3}");
        Assert.True(history.Energy[^1] < 0.5 * history.Energy[0]);
        Assert.Equal(inside.Count, (int)history.Volume[^1]);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(13)]
    public void Geodesic_FromNearTheEdge_MovesToIt(double radius)
    {
        // The disk has a radius of 10; without a force of its own the contour slides down to the edge from outside only. A force f
        // rests there while f < mu (max dln(g)/dx + 1 / radius) = 0.65, as g = 1 / (1 + 4 exp(-x²)) across the edge; half of that on the grid,
        // where the function steepens on the edge.
        var size = new GridSize(48, 40, 1);
        StudySlab slab = Ball(size, new(1, 1, 1), 10, out byte[] truth);
        int[] start = [.. Enumerable.Range(0, truth.Length).Where(v => Distance(v, size, new(1, 1, 1)) <= radius)];
        List<int> inside = Evolve(slab, start, box => new GeodesicModel(box, 0.4, 1, radius < 10 ? -0.2 : 0), 0.5, out _);
        Assert.True(Dice(inside, truth) > 0.9, $"Dice {Dice(inside, truth):F3}");
    }

    [Fact]
    public void ChanVese_WithMoreWeightOnLength_HasAShorterContour()
    {
        var size = new GridSize(48, 40, 1);
        StudySlab slab = Ball(size, new(1, 1, 1), 10, out byte[] truth, noise: 0.35);
        int[] start = [.. Enumerable.Range(0, truth.Length).Where(v => truth[v] != 0)];
        List<int> rough = Evolve(slab, start, box => new ChanVeseModel(box, 0.4, 0), 0, out _);
        List<int> smooth = Evolve(slab, start, box => new ChanVeseModel(box, 0.4, 0), 2, out _);
        Assert.True(Dice(smooth, truth) > Dice(rough, truth) + 0.02, $"{Dice(smooth, truth):F3} {Dice(rough, truth):F3}");
        Assert.True(Dice(smooth, truth) > 0.95);
    }

    [Fact]
    public void Contour_StaysWhereItMayMove()
    {
        var size = new GridSize(48, 40, 1);
        StudySlab slab = Ball(size, new(1, 1, 1), 10, out byte[] truth);
        byte[] allowed = [.. Enumerable.Range(0, truth.Length).Select(v => v % size.I < 24 ? (byte)1 : (byte)0)];
        int[] start = [.. Enumerable.Range(0, truth.Length).Where(v => truth[v] != 0 && v % size.I is > 17 and < 22 && Math.Abs((v / size.I) - 20) < 4)];
        ContourBox box = ContourBox.Around(slab, allowed, start, 20, 20);
        new ContourEvolution(box, new ChanVeseModel(box, 0.4, 0), 0.2, 0.5, 50).Run(300, null, CancellationToken.None);
        int[] half = [.. Enumerable.Range(0, truth.Length).Where(v => truth[v] != 0 && allowed[v] != 0)];
        List<int> inside = box.Inside(size, start);
        Assert.All(inside, v => Assert.NotEqual(0, allowed[v]));
        Assert.True(2.0 * inside.Intersect(half).Count() / (inside.Count + half.Length) > 0.95);
    }

    [Fact]
    public void LengthAlone_ShrinksADiskAtTheSpeedOfItsCurvature()
    {
        // A step that is implicit in the voxel itself lags behind by 1 + 4 dt mu; this one by 6 %.
        const double TimeStep = 0.015;
        // d(area)/dt = -2 pi mu for curvature flow by |grad phi|: the closed form of any closed curve.
        var size = new GridSize(80, 80, 1);
        StudySlab slab = Slabs.Of(size, new(1, 1, 1), _ => 0.5f);
        int[] start = [.. Enumerable.Range(0, (int)size.Count).Where(v => Distance(v, size, new(1, 1, 1)) <= 20)];
        ContourBox box = ContourBox.Around(slab, slab.Brain, start, 100, 100);
        var history = new ContourHistory();
        new ContourEvolution(box, new GeodesicModel(box, 1, 1, 0), 1, TimeStep, 2000).Run(2000, history, CancellationToken.None);
        double time = TimeStep * (history.Volume.Count - 1), expected = 2 * Math.PI * time;
        Assert.True(history.Volume.Count == 2001);
        Assert.InRange(history.Volume[0] - history.Volume[^1], 0.9 * expected, 1.1 * expected);
    }

    [Fact]
    public void Contour_InABoxOfOneVoxel_Ends()
    {
        StudySlab slab = Slabs.Of(new(1, 1, 1), new(1, 1, 1), _ => 0.5f);
        Assert.Single(Evolve(slab, [0], box => new ChanVeseModel(box, 0.1, 0), 0, out _));
    }

    private static List<int> Evolve(StudySlab slab, int[] start, Func<ContourBox, ContourModel> model, double smoothness, out ContourHistory history)
    {
        ContourBox box = ContourBox.Around(slab, slab.Brain, start, 30, 30);
        history = new();
        new ContourEvolution(box, model(box), smoothness, 0.5, 50).Run(500, history, CancellationToken.None);
        return box.Inside(slab.Size, start);
    }

    private static StudySlab Ball(GridSize size, Point3 spacing, double radius, out byte[] truth, double noise = 0.05)
    {
        var random = new Random(3);
        byte[] mask = [.. Enumerable.Range(0, (int)size.Count).Select(v => Distance(v, size, spacing) <= radius ? (byte)1 : (byte)0)];
        truth = mask;
        return Slabs.Of(size, spacing, v => (mask[v] != 0 ? 0.7f : 0.3f) + (float)(noise * (random.NextDouble() + random.NextDouble() - 1)));
    }

    private static double Distance(int v, GridSize size, Point3 spacing) => new Point3(
        ((v % size.I) - (size.I / 2)) * spacing.X, ((v / size.I % size.J) - (size.J / 2)) * spacing.Y, ((v / size.SliceCount) - (size.K / 2)) * spacing.Z).Length;

    private static double Dice(List<int> inside, byte[] truth) => 2.0 * inside.Count(v => truth[v] != 0) / (inside.Count + truth.Count(t => t != 0));
}
