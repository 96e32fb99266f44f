namespace StrokeFramework.RCnn.Tests;

/// <summary>Small studies with lesions that can be told at a glance: bright and dark blocks in a gray disk.</summary>
internal static class Scenes
{
    public const double Spacing = 3;

    /// <summary>Settings of a network that learns these scenes in seconds.</summary>
    public static RCnnSettings Small { get; } = new() { Spacing = 3, Width = 8, SmallestAnchor = 16, AnchorFactor = 1.6, Shift = 3, Magnification = 0.02, StepsPerStudy = 1 };

    /// <summary>A study.</summary>
    /// <param name="seed">Where its lesions lie; slices 1, 3, ... have some.</param>
    /// <param name="slices">How many slices.</param>
    public static DetectionExample Study(int seed, int slices = 4)
    {
        const int Width = 40, Height = 44;
        var random = new Random(seed);
        VolumeGeometry grid = VolumeGeometry.FromSpacing(new(Width, Height, slices), new(Spacing, Spacing, 6));
        var dwi = new float[grid.Size.Count];
        List<Detection> truth = [];
        for (int k = 0; k < slices; k++)
        {
            Span<float> slice = dwi.AsSpan(k * grid.Size.SliceCount, grid.Size.SliceCount);
            for (int v = 0; v < slice.Length; v++)
            {
                double x = ((v % Width) - 19.5) / 18, y = ((v / Width) - 21.5) / 20;
                slice[v] = (x * x) + (y * y) <= 1 ? 400 + random.Next(-20, 21) : random.Next(0, 12);
            }

            if (k % 2 == 0) continue;
            truth.Add(Block(slice, Width, k, random.Next(8, 14), random.Next(12, 24), random.Next(5, 9), random.Next(5, 9), 900, StrokeTypes.AcuteIschemic));
            if (k % 4 == 1) truth.Add(Block(slice, Width, k, random.Next(22, 27), random.Next(12, 24), random.Next(4, 7), random.Next(4, 7), 90, StrokeTypes.ChronicIschemic));
        }

        return new(new DiffusionStudy(new(grid, dwi), $"scene{seed}"), truth);
    }

    /// <summary>Average precision at an overlap of one half over studies, by the plugin's own measure, which is tested apart.</summary>
    public static double Precision(IDetectorModel model, IEnumerable<DetectionExample> examples)
    {
        var figure = new RCnn.Training.AveragePrecision(model.Classes.Count);
        foreach (DetectionExample example in examples)
        {
            IReadOnlyList<Detection> found = model.Detect(example.Study, new());
            for (int k = 0; k < example.Study.Geometry.Size.K; k++)
            {
                Detection[] truth = [.. example.Truth.Where(t => t.Box.Slice == k)];
                figure.Add(
                    [.. found.Where(f => f.Box.Slice == k).Select(f => new RCnn.Network.FoundBox(Numbers(f.Box), ClassOf(f.Label), f.Score))],
                    truth.SelectMany(t => Numbers(t.Box)).ToArray(), truth.Select(t => (long)ClassOf(t.Label)).ToArray());
            }
        }

        return figure.Mean();
    }

    private static int ClassOf(string label) => StrokeTypes.All.Index().First(t => t.Item == label).Index;

    private static float[] Numbers(SliceBox box) => [(float)box.MinI, (float)box.MinJ, (float)box.MaxI, (float)box.MaxJ];

    private static Detection Block(Span<float> slice, int width, int k, int i, int j, int w, int h, float level, string label)
    {
        for (int y = j; y < j + h; y++) slice.Slice((y * width) + i, w).Fill(level);
        return new(new(k, i - 0.5, j - 0.5, i + w - 0.5, j + h - 0.5), label, 1);
    }
}
