using System.Diagnostics;
using System.Globalization;
using StrokeFramework.Phantom;
using StrokeFramework.RCnn;
using StrokeFramework.RCnn.Images;
using StrokeFramework.RCnn.Network;
using StrokeFramework.RCnn.Training;

namespace StrokeFramework.DetectorBenchmark;

/// <summary>Whether a detector can learn ten slices of phantoms by heart, and how long that takes: what cannot do that learns nothing else.</summary>
internal static class Overfit
{
    private const int Slices = 10, LookEvery = 20, MostSteps = 3000;
    private const long Seed = 2020;
    private const double Wanted = 0.95;

    /// <summary>Trains until the average precision at an overlap of one half is 0.95.</summary>
    /// <param name="mode">The network.</param>
    /// <param name="threads">Threads.</param>
    /// <returns>0, or 1 when it is not reached.</returns>
    public static int Run(DetectorMode mode, int threads)
    {
        // Seen as they are, without noise and shifts: ten slices, no more.
        var settings = new RCnnSettings { Mode = mode, Channels = InputChannels.DwiAdc, Shift = 0, Magnification = 0, Intensity = 0, Noise = 0 };
        var architecture = new Architecture(mode, settings.Channels, settings.Spacing, [9, 22, 52], settings.Width, StrokeTypes.All);
        SliceExample[] slices = Read(architecture);
        using var network = new RCnnNetwork(architecture);
        StartingWeights.Draw(network, new Random(1));
        var descent = new MomentumDescent(network, settings);
        using var learner = new SliceLearner(settings, network, descent, threads);
        var random = new Random(2);
        long start = Stopwatch.GetTimestamp();
        TimeSpan before = Environment.CpuUsage.TotalTime;
        for (int step = 1; step <= MostSteps; step++)
        {
            double[] losses = learner.Run(step, [.. Enumerable.Range(0, settings.BatchSize).Select(n => (slices[((step * settings.BatchSize) + n) % slices.Length], new Random(random.Next())))], settings.LearningRate * Math.Min(1, step / 50.0), CancellationToken.None);
            if (step % LookEvery > 0) continue;
            double precision = Precision(network, slices, settings);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"step {step}: loss {losses[0]:0.000}, AP50 {precision:0.000}; {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s, {(Environment.CpuUsage.TotalTime - before).TotalSeconds:0} s of CPU time"));
            if (precision >= Wanted) return 0;
        }

        Console.Error.WriteLine($"{MostSteps} steps were not enough.");
        return 1;
    }

    private static double Precision(RCnnNetwork network, SliceExample[] slices, RCnnSettings settings)
    {
        var figure = new AveragePrecision(network.Architecture.Classes.Count);
        foreach (SliceExample slice in slices)
        {
            using DisposeScope scope = NewDisposeScope();
            figure.Add(PictureDetector.Find(network, slice.Picture(), DetectionRule.Of(settings)), slice.Boxes, slice.Labels);
        }

        return figure.Mean();
    }

    // The fullest slices of one phantom of each class, three of the first two.
    private static SliceExample[] Read(Architecture architecture)
    {
        List<SliceExample> slices = [];
        for (int c = 0; c < StrokeTypes.All.Count; c++)
        {
            PhantomStudy phantom = PhantomGenerator.Create(new PhantomSettings(), Seed, c, strokeType: StrokeTypes.All[c]);
            var example = new DetectionExample(phantom.ToDiffusionStudy(), [.. Boxes(phantom)]);
            IReadOnlyList<SliceExample> with = LearnedStudy.Of(example, architecture, new Random(1), CancellationToken.None).WithBoxes;
            slices.AddRange(with.OrderByDescending(s => (s.Boxes[2] - s.Boxes[0]) * (s.Boxes[3] - s.Boxes[1])).Take(c < 2 ? 3 : 2));
        }

        return slices.Count == Slices ? [.. slices] : throw new InvalidOperationException($"The phantoms have {slices.Count} slices with a lesion where {Slices} were expected.");
    }

    // A box around each lesion in each slice.
    private static IEnumerable<Detection> Boxes(PhantomStudy phantom)
    {
        GridSize size = phantom.LesionNumbers.Geometry.Size;
        byte[] numbers = phantom.LesionNumbers.Span.ToArray();
        return Enumerable.Range(0, numbers.Length).Where(v => numbers[v] > 0).GroupBy(v => (Slice: v / size.SliceCount, Number: numbers[v])).Select(g =>
        {
            int[] i = [.. g.Select(v => v % size.I)], j = [.. g.Select(v => v / size.I % size.J)];
            return new Detection(new(g.Key.Slice, i.Min() - 0.5, j.Min() - 0.5, i.Max() + 0.5, j.Max() + 0.5), phantom.StrokeType, 1);
        });
    }
}
