using StrokeFramework.UNet.Images;

namespace StrokeFramework.UNet.Tests;

public sealed class WorkingGridTests
{
    // Stored from superior to inferior, from left to right and from anterior to posterior, of unequal spacing and tilted by
    // some degrees: i runs down, j to the right, k backwards.
    private static readonly VolumeGeometry Awkward = new(
        new(20, 30, 26),
        new(new(0.1, -0.2, -5), new(0.9, 0.05, 0.02), new(0.1, -3.1, 0.2), new(-14, 40, 52)));

    [Theory]
    [InlineData(2.0)]
    [InlineData(1.3)]
    [InlineData(3.7)]
    public void Bring_OfALinearRamp_IsTheRampAtEachVoxelsPlaceInThePatient(double spacing)
    {
        var grid = new WorkingGrid(Awkward, spacing);
        float[] brought = grid.Bring<float>(Ramp(Awkward), v => v);
        int checks = 0;
        for (int k = 0; k < grid.Size.K; k++)
        {
            for (int j = 0; j < grid.Size.J; j++)
            {
                for (int i = 0; i < grid.Size.I; i++)
                {
                    // Right is stored along j, anterior along k reversed, superior along i reversed.
                    double right = Place(i, grid.Size.I, 30), anterior = Place(j, grid.Size.J, 26), superior = Place(k, grid.Size.K, 20);
                    // Within a voxel of the border, of the finer grid two, the outermost value goes on, so that the ramp bends.
                    if (!IsInside(right, 30, grid.Size.I) || !IsInside(anterior, 26, grid.Size.J) || !IsInside(superior, 20, grid.Size.K)) continue;
                    Point3 world = Awkward.ToWorld(19 - superior, right, 25 - anterior);
                    Assert.Equal(Value(world), brought[grid.Size.IndexOf(i, j, k)], 1e-3);
                    checks++;
                }
            }
        }

        Assert.True(checks > 500);
    }

    [Theory]
    [InlineData(2.0)]
    [InlineData(1.3)]
    public void Restore_OfWhatWasBrought_IsWhatWasStored(double spacing)
    {
        var grid = new WorkingGrid(Awkward, spacing);
        ReadOnlyMemory<float> ramp = Ramp(Awkward);
        Volume<float> restored = grid.Restore(grid.Bring(ramp, v => v));
        Assert.Same(Awkward, restored.Geometry);
        for (int k = 5; k < 21; k++)
        {
            for (int j = 5; j < 25; j++)
            {
                for (int i = 5; i < 15; i++) Assert.Equal(ramp.Span[Awkward.Size.IndexOf(i, j, k)], restored[i, j, k], 1e-3);
            }
        }
    }

    [Fact]
    public void Bring_AtTheStudysOwnSpacing_MovesNothing()
    {
        var geometry = new VolumeGeometry(new(7, 6, 5), new(new(-2, 0, 0), new(0, 2, 0), new(0, 0, 2), new(4, 5, 6)));
        float[] values = [.. Enumerable.Range(0, 210).Select(n => (float)Math.Sin(n))];
        var grid = new WorkingGrid(geometry, 2);
        float[] brought = grid.Bring<float>(values, v => v);
        Assert.Equal(values[6], brought[0]); // stored towards the left
        Assert.Equal(values, grid.Restore(brought).Voxels.ToArray());
    }

    [Fact]
    public void Bring_OfOneSlice_StaysOneSlice() =>
        Assert.Equal(new(56, 56, 1), new WorkingGrid(VolumeGeometry.FromSpacing(new(128, 128, 1), new(0.875, 0.875, 7)), 2).Size);

    [Theory]
    [InlineData(17, 40)]
    [InlineData(40, 17)]
    [InlineData(5, 5)]
    [InlineData(1, 3)]
    public void AxisResampler_AgreesWithTheTriangleItStandsFor_WithItsCenterOfMassInTheMiddle(int from, int to)
    {
        var random = new Random(from);
        float[] values = [.. Enumerable.Range(0, from * 3).Select(_ => (float)random.NextDouble())];
        float[] result = new AxisResampler(from, to).Apply(values, new(3, from, 1), 1);
        double ratio = (double)from / to, reach = Math.Max(1, ratio);
        for (int n = 0; n < to; n++)
        {
            for (int column = 0; column < 3; column++)
            {
                // A straight line fitted with the triangle as weights, read at the center.
                double w = 0, x = 0, y = 0, xx = 0, xy = 0, center = ((n + 0.5) * ratio) - 0.5;
                for (int v = -from - 2; v < (2 * from) + 2; v++)
                {
                    double weight = Math.Max(0, 1 - (Math.Abs(v - center) / reach)), value = values[(Math.Clamp(v, 0, from - 1) * 3) + column];
                    (w, x, y, xx, xy) = (w + weight, x + (weight * (v - center)), y + (weight * value), xx + (weight * (v - center) * (v - center)), xy + (weight * (v - center) * value));
                }

                double spread = (w * xx) - (x * x);
                Assert.Equal(spread < 1e-9 ? y / w : ((xx * y) - (x * xy)) / spread, result[(n * 3) + column], 1e-5);
            }
        }
    }

    [Theory]
    [InlineData(17, 40)]
    [InlineData(20, 30)]
    public void AxisResampler_OfAParabolaByTheCubic_IsExact(int from, int to)
    {
        float[] result = new AxisResampler(from, to, cubic: true).Apply([.. Enumerable.Range(0, from).Select(v => (float)Parabola(v))], new(from, 1, 1), 0);
        for (int n = 0; n < to; n++)
        {
            double place = Place(n, to, from);
            if (place >= 1 && place <= from - 2) Assert.Equal(Parabola(place), result[n], 1e-4);
        }

        static double Parabola(double place) => (0.3 * place * place) - (2 * place) + 5;
    }

    [Theory]
    [InlineData(3, 8)]
    [InlineData(1, 3)]
    public void AxisResampler_OfAConstantByTheCubic_IsThatConstantToTheBorder(int from, int to) =>
        Assert.All(new AxisResampler(from, to, cubic: true).Apply([.. Enumerable.Repeat(4f, from)], new(from, 1, 1), 0), v => Assert.Equal(4, v, 1e-5));

    [Fact]
    public void AxisResampler_TowardsACoarserGrid_DoesNotCareForTheCubic()
    {
        float[] values = [.. Enumerable.Range(0, 30).Select(n => (float)Math.Sin(n))];
        Assert.Equal(new AxisResampler(30, 20).Apply(values, new(30, 1, 1), 0), new AxisResampler(30, 20, cubic: true).Apply(values, new(30, 1, 1), 0));
    }

    [Fact]
    public void Bring_OfASmallLesionInLargerVoxels_KeepsItsHeightAndNothingFallsBelowZero()
    {
        var geometry = VolumeGeometry.FromSpacing(new(20, 20, 20), new(3, 3, 3));
        var values = new float[geometry.Size.Count];
        for (int k = 9; k < 11; k++)
        {
            for (int j = 9; j < 11; j++)
            {
                for (int i = 9; i < 11; i++) values[geometry.Size.IndexOf(i, j, k)] = 1;
            }
        }

        float[] brought = new WorkingGrid(geometry, 2).Bring<float>(values, v => v);
        // Linear interpolation would leave 1 only if a voxel of the finer grid lay between two of these; with the cubic the block rises above it.
        Assert.True(brought.Max() > 1);
        Assert.Equal(0, brought.Min());
    }

    private static double Place(int index, int voxels, int stored) => ((index + 0.5) * stored / voxels) - 0.5;

    private static bool IsInside(double place, int stored, int voxels)
    {
        double ratio = (double)stored / voxels, reach = ratio < 1 ? 2 : ratio;
        return place >= reach && place <= stored - 1 - reach;
    }

    private static float Value(Point3 world) => (float)((0.3 * world.X) - (0.2 * world.Y) + (0.1 * world.Z) + 30);

    private static float[] Ramp(VolumeGeometry geometry)
    {
        var values = new float[geometry.Size.Count];
        for (int k = 0; k < geometry.Size.K; k++)
        {
            for (int j = 0; j < geometry.Size.J; j++)
            {
                for (int i = 0; i < geometry.Size.I; i++) values[geometry.Size.IndexOf(i, j, k)] = Value(geometry.ToWorld(i, j, k));
            }
        }

        return values;
    }
}
