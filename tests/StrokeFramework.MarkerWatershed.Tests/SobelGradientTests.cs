using StrokeFramework.MarkerWatershed.Smoothing;

namespace StrokeFramework.MarkerWatershed.Tests;

public sealed class SobelGradientTests
{
    [Theory]
    [InlineData("0003")]
    [InlineData("0009")]
    public void Magnitude_OfARealSlice_EqualsThatOfAnotherLibrary(string number)
    {
        Volume<float> image = Golden.Image($"{number}_image"), expected = Golden.Image($"{number}_sobel");
        float[] found = SobelGradient.Magnitude(image.Span, image.Geometry.Size.I, image.Geometry.Size.J);
        for (int v = 0; v < found.Length; v++) Assert.Equal(expected.Span[v], found[v], 1e-5f);
    }

    /// <summary>The masks weigh a difference over two pixels with 1, 2 and 1: a slope of s gives 8 s.</summary>
    [Theory]
    [InlineData(0.5, 0, 4)]
    [InlineData(0, 0.25, 2)]
    [InlineData(3, 4, 40)]
    public void Magnitude_OfARamp_IsEightTimesItsSlope(double slopeX, double slopeY, double expected)
    {
        const int width = 9, height = 7;
        float[] ramp = [.. Enumerable.Range(0, width * height).Select(v => (float)((slopeX * (v % width)) + (slopeY * (v / width))))];
        float[] found = SobelGradient.Magnitude(ramp, width, height);
        for (int y = 1; y < height - 1; y++)
        {
            for (int x = 1; x < width - 1; x++) Assert.Equal(expected, found[(y * width) + x], 1e-4);
        }
    }

    [Fact]
    public void Magnitude_OfPixelsThatAreNotSquare_IsThatOfTheRampInMillimeters()
    {
        const int width = 9, height = 9;
        // Per mm the slope is 1 in both directions.
        float[] ramp = [.. Enumerable.Range(0, width * height).Select(v => (2f * (v % width)) + (v / width))];
        Assert.Equal(8 * Math.Sqrt(2), SobelGradient.Magnitude(ramp, width, height, 2, 1)[40], 1e-4);
    }

    [Fact]
    public void Magnitude_InABrain_DoesNotSeeItsEdge()
    {
        BrainPicture picture = Pictures.Of(20, 16, (x, y) => 0.4f, (x, y) => x + y > 6 && x < 17);
        float[] found = SobelGradient.Magnitude(picture);
        for (int v = 0; v < found.Length; v++) Assert.True(picture.Inside[v] == 0 || found[v] < 1e-6f);
    }
}
