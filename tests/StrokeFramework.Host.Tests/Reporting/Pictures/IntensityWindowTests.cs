using StrokeFramework.Host.Reporting.Pictures;

namespace StrokeFramework.Host.Tests.Reporting.Pictures;

public sealed class IntensityWindowTests
{
    [Fact]
    public void Of_AnImageWithHotVoxelsAndHoles_FollowsTheHead()
    {
        VolumeGeometry grid = SyntheticGrid.Upright();
        float[] voxels = SyntheticHead.Dwi(grid).Span.ToArray();
        voxels[5] = 1e6f;
        voxels[77] = float.NaN;
        voxels[78] = float.PositiveInfinity;
        IntensityWindow window = IntensityWindow.Of(new(grid, voxels));
        Assert.Equal(0, window.Low);
        Assert.InRange(window.High, 500, 1000);
    }

    [Theory]
    [InlineData(0f)]
    [InlineData(7f)]
    [InlineData(float.NaN)]
    public void Of_AConstantImage_IsAWindowAllTheSame(float value)
    {
        IntensityWindow window = IntensityWindow.Of(new(SyntheticGrid.Upright(8, 2), Enumerable.Repeat(value, 128).ToArray()));
        Assert.True(window.High > window.Low);
    }

    [Fact]
    public void Gray_ClipsAndShowsNaNBlack()
    {
        var window = new IntensityWindow(10, 20);
        Assert.Equal((0, 128, 255, 0), (window.Gray(3), window.Gray(15.01), window.Gray(99), window.Gray(double.NaN)));
    }
}
