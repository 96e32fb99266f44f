using StrokeFramework.RCnn.Boxes;

namespace StrokeFramework.RCnn.Tests.Boxes;

public sealed class RoiAlignTests
{
    private const int Channels = 3, Height = 30, Width = 40;

    [Theory]
    [InlineData(7, 2, 1)]
    [InlineData(3, 1, 2)]
    [InlineData(5, 3, 3)]
    public void Sample_InAnyBoxes_IsTheMeanOfBilinearSamples(int cells, int samples, int seed)
    {
        float[] map = Map(seed);
        foreach (float[] box in RandomBoxes.Of(96, seed))
        {
            (AxisTaps across, AxisTaps down) = Lay(box, cells, samples);
            var sampled = new float[cells * cells * Channels];
            RoiAlign.Sample(map, Width, Channels, across, down, sampled);
            int at = 0;
            for (int y = 0; y < cells; y++)
            {
                for (int x = 0; x < cells; x++)
                {
                    for (int c = 0; c < Channels; c++) Assert.Equal(Cell(map, c, box, x, y, cells, samples), sampled[at++], 1e-5);
                }
            }
        }
    }

    [Fact]
    public void Sample_OfAPlane_GivesItsValueAtEachCellsMiddle()
    {
        float[] plane = [.. Enumerable.Range(0, Width * Height * Channels).Select(n => 2f * (n / Channels % Width))];
        (AxisTaps across, AxisTaps down) = Lay([4, 5, 12, 9], 4, 2);
        var sampled = new float[4 * 4 * Channels];
        RoiAlign.Sample(plane, Width, Channels, across, down, sampled);
        Assert.Equal([10f, 14f, 18f, 22f], Enumerable.Range(0, 4).Select(x => sampled[x * Channels]));
    }

    [Fact]
    public void Return_IsWhatFiniteDifferencesSay()
    {
        const int Cells = 3;
        var random = new Random(4);
        float[] map = Map(5);
        // Inside, across the edge, empty, and outside.
        float[][] boxes = [[0.7f, 1.2f, 5.1f, 4.4f], [-1.5f, 2, 33.3f, 27.5f], [2, 3, 2, 3], [500, 500, 600, 600]];
        float[][] weights = [.. boxes.Select(_ => Enumerable.Range(0, Cells * Cells * Channels).Select(_ => random.NextSingle()).ToArray())];
        var gradient = new float[map.Length];
        for (int b = 0; b < boxes.Length; b++)
        {
            (AxisTaps across, AxisTaps down) = Lay(boxes[b], Cells, 2);
            RoiAlign.Return(weights[b], Width, Channels, across, down, gradient);
        }

        Assert.Contains(gradient, g => Math.Abs(g) > 0.1);
        for (int n = 0; n < map.Length; n += 7)
        {
            // What is linear may be asked with a large step, and single precision does.
            Assert.Equal((Value(n, 4) - Value(n, -4)) / 8, gradient[n], 1e-5);
        }

        double Value(int n, float step)
        {
            float[] changed = [.. map];
            changed[n] += step;
            double sum = 0;
            var sampled = new float[Cells * Cells * Channels];
            for (int b = 0; b < boxes.Length; b++)
            {
                (AxisTaps across, AxisTaps down) = Lay(boxes[b], Cells, 2);
                RoiAlign.Sample(changed, Width, Channels, across, down, sampled);
                for (int k = 0; k < sampled.Length; k++) sum += (double)sampled[k] * weights[b][k];
            }

            return sum;
        }
    }

    private static (AxisTaps Across, AxisTaps Down) Lay(float[] box, int cells, int samples) =>
        (new AxisTaps(cells, samples).Lay(box[0], box[2], Width), new AxisTaps(cells, samples).Lay(box[1], box[3], Height));

    private static float[] Map(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, Channels * Height * Width).Select(_ => random.NextSingle())];
    }

    private static double Cell(float[] map, int c, float[] box, int x, int y, int cells, int samples)
    {
        double sum = 0, stepX = Math.Max(0, box[2] - box[0]) / (cells * samples), stepY = Math.Max(0, box[3] - box[1]) / (cells * samples);
        for (int n = 0; n < samples * samples; n++)
            sum += Bilinear(map, c, box[0] + (((x * samples) + (n % samples) + 0.5) * stepX), box[1] + (((y * samples) + (n / samples) + 0.5) * stepY));
        return sum / (samples * samples);
    }

    private static double Bilinear(float[] map, int c, double x, double y)
    {
        if (x < -1 || x > Width || y < -1 || y > Height) return 0;
        (x, y) = (Math.Clamp(x, 0, Width - 1), Math.Clamp(y, 0, Height - 1));
        int left = Math.Min((int)x, Width - 2), top = Math.Min((int)y, Height - 2);
        double u = x - left, v = y - top;
        double At(int i, int j) => map[(((j * Width) + i) * Channels) + c];
        return ((1 - v) * (((1 - u) * At(left, top)) + (u * At(left + 1, top)))) + (v * (((1 - u) * At(left, top + 1)) + (u * At(left + 1, top + 1))));
    }
}
