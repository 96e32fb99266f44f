using System.Globalization;
using StrokeFramework.RCnn;
using StrokeFramework.RCnn.Images;
using StrokeFramework.RCnn.Network;
using StrokeFramework.RCnn.Training;

namespace StrokeFramework.DetectorBenchmark;

/// <summary>
/// A detector with the weights that training starts from. With these it proposes as many boxes as it may, so each slice
/// is as much work as there can be.
/// </summary>
internal sealed class DetectorParts : IDisposable
{
    private const int Side = 256;
    private static readonly DetectionRule Rule = DetectionRule.Of(new());

    private readonly RCnnSettings _settings;
    private readonly RCnnNetwork _network;
    private readonly SliceExample _slice;

    /// <summary>Makes it.</summary>
    public DetectorParts(DetectorMode mode)
    {
        // As the pipelines have them: the thesis's network looks at single slices.
        _settings = new() { Mode = mode, Channels = InputChannels.DwiAdc, Slices = mode == DetectorMode.Modern ? 3 : 1 };
        _network = new(new(mode, _settings.Channels, _settings.Spacing, [9, 22, 52], _settings.Width, StrokeTypes.All, _settings.Slices));
        var random = new Random(1);
        StartingWeights.Draw(_network, random);
        _slice = Slice(StudySlices.Count(_settings.Channels, _settings.Slices), random);
    }

    /// <summary>Measures a step of training with two slices, finding boxes in one, and the parts of both.</summary>
    /// <param name="threads">Threads: for a step as training uses them, for one slice within operations.</param>
    /// <param name="repeats">How many calls.</param>
    public void Measure(int threads, int repeats)
    {
        using DisposeScope scope = NewDisposeScope();
        var descent = new MomentumDescent(_network, _settings);
        using var learner = new SliceLearner(_settings, _network, descent, threads);
        int step = 0;
        Time("step of two slices", () => learner.Run(step++, [(_slice, new(2 * step)), (_slice, new((2 * step) + 1))], 1e-6, CancellationToken.None));
        Tensor picture = _slice.Picture();
        NetworkThreads.Use(threads);
        Time("- a slice: losses and derivatives", () => RegionLoss.Learn(_network, picture, _slice.Boxes, _slice.Labels, 0.5, 1, new(3), CancellationToken.None));
        var augmentation = new Augmentation(_settings);
        Time("- a slice: augmentation", () => augmentation.Apply(_slice, new(4)));
        Time("- descent", () => descent.Step(1e-6, 40));
        using IDisposable still = no_grad();
        Time("boxes in a slice", () => PictureDetector.Find(_network, picture, Rule));
        FeatureMap[] maps = _network.Look(picture);
        Proposals proposals = _network.Propose(maps);
        float[] regions = _network.Best(proposals, picture, 300, 64);
        Tensor read = _network.Regions.Read(picture, maps, regions);
        Time("- trunk", () => _network.Look(picture));
        Time("- proposals", () => _network.Propose(maps));
        Time("- the best of them", () => _network.Best(proposals, picture, 300, 64));
        Time("- reading " + (regions.Length / 4).ToString(CultureInfo.InvariantCulture) + " regions", () => _network.Regions.Read(picture, maps, regions));
        Time("- naming them", () => _network.Regions.Name(read));

        void Time(string what, Action call) => Stopclock.Print($"{(_settings.Mode == DetectorMode.Modern ? "modern" : "thesis")} | {threads} | {what}", repeats, call);
    }

    /// <inheritdoc/>
    public void Dispose() => _network.Dispose();

    // Two bright lesions in noise.
    private static SliceExample Slice(int channels, Random random)
    {
        float[] boxes = [40, 50, 60, 75, 120, 130, 128, 137];
        var pixels = new Half[channels * Side * Side];
        for (int n = 0; n < pixels.Length; n++)
        {
            (int x, int y) = (n % Side, n / Side % Side);
            bool lesion = n < Side * Side && Enumerable.Range(0, 2).Any(b => x > boxes[4 * b] && x < boxes[(4 * b) + 2] && y > boxes[(4 * b) + 1] && y < boxes[(4 * b) + 3]);
            pixels[n] = (Half)((lesion ? 1.5 : 0) + (0.2 * random.NextDouble()));
        }

        return new(pixels, channels, Side, Side, boxes, [0, 1]);
    }
}
