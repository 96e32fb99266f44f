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
        using DisposeScope scope = NewDisposeScope();
        float[] map = Map(seed);
        float[][] boxes = RandomBoxes.Of(96, seed);
        float[] sampled = [.. RoiAlign.Sample(tensor(map).reshape(Channels, Height, Width), RandomBoxes.ToTensor(boxes), cells, samples).contiguous().data<float>()];
        int at = 0;
        foreach (float[] box in boxes)
        {
            for (int c = 0; c < Channels; c++)
            {
                for (int y = 0; y < cells; y++)
                {
                    for (int x = 0; x < cells; x++) Assert.Equal(Cell(map, c, box, x, y, cells, samples), sampled[at++], 1e-5);
                }
            }
        }
    }

    [Fact]
    public void Sample_InNoBoxes_IsEmpty()
    {
        using DisposeScope scope = NewDisposeScope();
        Assert.Equal([0, Channels, 7, 7], RoiAlign.Sample(zeros(Channels, Height, Width), empty(0, 4), 7, 2).shape);
    }

    [Fact]
    public void Sample_OfAPlane_GivesItsValueAtEachCellsMiddle()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor plane = (arange(Width, dtype: ScalarType.Float32) * 2).expand(Height, Width).unsqueeze(0);
        float[] row = [.. RoiAlign.Sample(plane, tensor([4f, 5f, 12f, 9f]).reshape(1, 4), 4, 2)[0, 0, 0].data<float>()];
        Assert.Equal([10f, 14f, 18f, 22f], row);
    }

    [Fact]
    public void Backward_IsWhatFiniteDifferencesSay()
    {
        using DisposeScope scope = NewDisposeScope();
        var random = new Random(4);
        double[] start = [.. Enumerable.Range(0, 2 * 6 * 7).Select(_ => random.NextDouble())];
        // Inside, across the edge, empty, and outside.
        Tensor boxes = tensor([0.7, 1.2, 5.1, 4.4, -1.5, 2, 3.3, 7.5, 2, 3, 2, 3, 50, 50, 60, 60]).reshape(4, 4);
        Tensor weights = tensor([.. Enumerable.Range(0, 4 * 2 * 9).Select(_ => random.NextDouble())]).reshape(4, 2, 3, 3);
        Tensor map = tensor(start).reshape(2, 6, 7).requires_grad_();
        (RoiAlign.Sample(map, boxes, 3, 2) * weights).sum().backward();
        double[] gradient = [.. map.grad!.data<double>()];
        Assert.Contains(gradient, g => Math.Abs(g) > 0.1);
        for (int n = 0; n < start.Length; n++)
        {
            const double Step = 1e-4;
            Assert.Equal((Value(n, Step) - Value(n, -Step)) / (2 * Step), gradient[n], 1e-7);
        }

        double Value(int n, double step)
        {
            double[] changed = [.. start];
            changed[n] += step;
            return (RoiAlign.Sample(tensor(changed).reshape(2, 6, 7), boxes, 3, 2) * weights).sum().item<double>();
        }
    }

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
        double At(int i, int j) => map[(((c * Height) + j) * Width) + i];
        return ((1 - v) * (((1 - u) * At(left, top)) + (u * At(left + 1, top)))) + (v * (((1 - u) * At(left, top + 1)) + (u * At(left + 1, top + 1))));
    }
}
