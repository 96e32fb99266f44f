namespace StrokeFramework.Imaging.Tests;

public sealed class GaussianBlurTests
{
    [Fact]
    public void Apply_ToAConstant_LeavesIt() =>
        Assert.All(GaussianBlur.Apply([2, 2, 2, 2, 2, 2], new(3, 2, 1), new(1, 1, 1), 1.5), v => Assert.Equal(2, v, 1e-5));

    [Fact]
    public void Apply_ToAPoint_HasTheVarianceOfTheKernelInMillimeters()
    {
        var size = new GridSize(41, 41, 1);
        var image = new float[size.Count];
        image[size.IndexOf(20, 20, 0)] = 1;
        float[] blurred = GaussianBlur.Apply(image, size, new(0.5, 2, 1), 1.6);
        double sum = 0, x2 = 0, y2 = 0;
        for (int v = 0; v < blurred.Length; v++)
        {
            (int i, int j, _) = RandomMask.Position(v, size);
            sum += blurred[v];
            x2 += blurred[v] * Math.Pow((i - 20) * 0.5, 2);
            y2 += blurred[v] * Math.Pow((j - 20) * 2.0, 2);
        }

        Assert.Equal(1, sum, 1e-5);
        // Cutting off at three sigma costs a few percent of the variance.
        Assert.Equal(1.6 * 1.6, x2, 0.1);
        Assert.Equal(1.6 * 1.6, y2, 0.2);
    }

    [Fact]
    public void Apply_WithSigmaZero_CopiesTheImage()
    {
        float[] image = [1, 2, 3];
        Assert.Equal(image, GaussianBlur.Apply(image, new(3, 1, 1), new(1, 1, 1), 0));
    }

    [Fact]
    public void ApplyWithin_OfAConstantInAMask_LeavesItAndTheOutside()
    {
        float[] image = [9, 2, 2, float.NaN, 2, 2, 9];
        byte[] mask = [0, 1, 1, 1, 1, 1, 0];
        float[] smooth = GaussianBlur.ApplyWithin(image, mask, new(7, 1, 1), new(1, 1, 1), 1.3);
        Assert.Equal([9, 9], new[] { smooth[0], smooth[6] });
        Assert.True(float.IsNaN(smooth[3]));
        foreach (int v in new[] { 1, 2, 4, 5 }) Assert.Equal(2, smooth[v], 1e-5);
    }

    [Fact]
    public void ApplyWithin_AWholeGrid_IsTheMeanWeightedByTheKernelThatFits()
    {
        // By hand: sigma 0.5 at spacing 1 reaches two voxels; at the border the kernel is cut off and normalized anew.
        double a = Math.Exp(-2), b = Math.Exp(-8);
        float[] smooth = GaussianBlur.ApplyWithin([1, 0, 0, 0, 0], [1, 1, 1, 0, 0], new(5, 1, 1), new(1, 1, 1), 0.5);
        // The border voxel is repeated outwards in image and weight alike.
        Assert.Equal((1 + a + b) / (1 + (2 * a) + (2 * b)), smooth[0], 1e-5);
        Assert.Equal((a + b) / (1 + (2 * a) + b), smooth[1], 1e-5);
    }
}
