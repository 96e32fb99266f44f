using StrokeFramework.MarkerWatershed.Smoothing;

namespace StrokeFramework.MarkerWatershed.Tests;

public sealed class SmoothingTests
{
    [Theory]
    [InlineData(0.5, 1, 1)]
    [InlineData(1, 1, 1)]
    [InlineData(2.3, 1, 1)]
    [InlineData(5, 1, 1)]
    [InlineData(4.5, 0.9, 0.9)]
    [InlineData(3, 0.7, 1.6)]
    [InlineData(100, 1, 1)]
    public void ErosionAndDilation_AreTheExtremesOfTheBrainInTheDisk(double radius, double spacingX, double spacingY)
    {
        BrainPicture picture = Pictures.Random(7, spacingX: spacingX, spacingY: spacingY);
        float[] eroded = DiskFilter.Erode(picture.Values, picture, radius, CancellationToken.None);
        float[] dilated = DiskFilter.Dilate(picture.Values, picture, radius, CancellationToken.None);
        for (int v = 0; v < eroded.Length; v++)
        {
            if (picture.Inside[v] == 0) continue;
            float[] disk = [.. Enumerable.Range(0, eroded.Length).Where(n => picture.Inside[n] != 0 && Distance(picture, v, n) <= radius + 1e-9).Select(n => picture.Values[n])];
            Assert.Equal(disk.Min(), eroded[v]);
            Assert.Equal(disk.Max(), dilated[v]);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Reconstruction_IsDilationUnderTheMaskUntilNothingChanges(int seed)
    {
        BrainPicture picture = Pictures.Random(seed);
        float[] marker = DiskFilter.Erode(picture.Values, picture, 1.5, CancellationToken.None);
        float[] expected = Repeated(marker, picture);
        GrayReconstruction.Dilate(marker, picture.Values, picture.Inside, picture.Width);
        AssertEqualInside(expected, marker, picture);

        float[] again = (float[])marker.Clone();
        GrayReconstruction.Dilate(again, picture.Values, picture.Inside, picture.Width);
        AssertEqualInside(marker, again, picture);
    }

    [Fact]
    public void Reconstruction_GoesRoundCorners()
    {
        // A spiral of height 1 around walls of height 0, with the marker at its inner end.
        string[] spiral = ["1111111", "0000001", "1111101", "1000101", "1011101", "1000001", "1111111"];
        BrainPicture picture = Pictures.Of(7, 7, (x, y) => spiral[y][x] - '0');
        var marker = new float[picture.Values.Length];
        marker[(5 * picture.Width) + 3] = 1;
        GrayReconstruction.Dilate(marker, picture.Values, picture.Inside, picture.Width);
        AssertEqualInside(picture.Values, marker, picture);
    }

    [Fact]
    public void OpeningClosing_LevelsWhatTheDiskDoesNotFitInto_AndKeepsTheEdgesOfTheRest()
    {
        // A disk, a bright line and a dark speck in it.
        static bool Disk(int x, int y) => ((x - 20) * (x - 20)) + ((y - 20) * (y - 20)) <= 64;
        BrainPicture picture = Pictures.Of(40, 40, (x, y) => Disk(x, y) ? (x == 20 && y == 20 ? 0.1f : 0.8f) : y is 35 or 36 ? 0.9f : 0.4f);
        float[] smooth = OpeningClosing.Apply(picture, 3, CancellationToken.None);
        for (int y = 0; y < 40; y++)
        {
            for (int x = 0; x < 40; x++) Assert.Equal(Disk(x, y) ? 0.8f : 0.4f, smooth[((y + 1) * picture.Width) + x + 1]);
        }
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public void RegionalMaxima_ArePlateausWithoutAHigherNeighbor(int seed)
    {
        BrainPicture picture = Pictures.Random(seed, levels: 5);
        const double level = 2;
        byte[] found = RegionalMaxima.Mark(picture.Values, picture.Inside, picture.Width, level);

        // Independent: what a marker one step lower cannot reach when it grows under the picture.
        float[] lower = [.. picture.Values.Select(v => v - 1)];
        float[] reached = Repeated(lower, picture);
        for (int v = 0; v < found.Length; v++)
            Assert.Equal(picture.Inside[v] != 0 && picture.Values[v] >= level && reached[v] < picture.Values[v], found[v] == 1);
    }

    [Fact]
    public void RidgeLines_LieMidwayBetweenTwoObjects()
    {
        BrainPicture picture = Pictures.Of(41, 21, (x, y) => Math.Abs(x - 10) <= 3 && Math.Abs(y - 10) <= 3 ? 0.9f : Math.Abs(x - 30) <= 3 && Math.Abs(y - 10) <= 3 ? 0.9f : 0.3f);
        byte[] lines = RidgeLines.Mark(picture.Values, picture, CancellationToken.None);
        // Column 20 is as far from the one as from the other; the line lies on it or on the last column before it.
        int between = Assert.Single(Enumerable.Range(1, 39), x => lines[(11 * picture.Width) + x + 1] == 1);
        Assert.InRange(between, 19, 20);
    }

    private static double Distance(BrainPicture picture, int a, int b)
    {
        double x = ((a % picture.Width) - (b % picture.Width)) * picture.Spacing.X, y = ((a / picture.Width) - (b / picture.Width)) * picture.Spacing.Y;
        return Math.Sqrt((x * x) + (y * y));
    }

    private static float[] Repeated(float[] marker, BrainPicture picture)
    {
        float[] now = (float[])marker.Clone();
        for (bool changed = true; changed;)
        {
            changed = false;
            float[] before = (float[])now.Clone();
            for (int v = 0; v < now.Length; v++)
            {
                if (picture.Inside[v] == 0) continue;
                for (int dy = -1; dy <= 1; dy++)
                {
                    for (int dx = -1; dx <= 1; dx++)
                    {
                        int n = v + (dy * picture.Width) + dx;
                        if (picture.Inside[n] == 0) continue;
                        float grown = Math.Min(before[n], picture.Values[v]);
                        if (grown <= now[v]) continue;
                        (now[v], changed) = (grown, true);
                    }
                }
            }
        }

        return now;
    }

    private static void AssertEqualInside(float[] expected, float[] found, BrainPicture picture)
    {
        for (int v = 0; v < found.Length; v++)
        {
            if (picture.Inside[v] != 0) Assert.Equal(expected[v], found[v]);
        }
    }
}
