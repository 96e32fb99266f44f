namespace StrokeFramework.StatisticalFeatures.Tests;

public sealed class CompactnessTests
{
    [Fact]
    public void ChainCode_OfARectangleOfAnisotropicPixels_IsItsPathInMillimetres()
    {
        // 6 x 4 pixels of 0.5 x 2 mm: the path through the centers runs 5 and 3 steps to either side.
        double perimeter = 2 * ((5 * 0.5) + (3 * 2.0)), area = 24 * 0.5 * 2;
        double[] row = Picture.MeasureOne(Picture.Make(new(12, 10, 1), new(0.5, 2, 5), (i, j, _) => i is >= 3 and < 9 && j is >= 2 and < 6));
        Assert.Equal(perimeter * perimeter / (4 * Math.PI * area), row[Picture.Compactness], 1e-12);
    }

    [Fact]
    public void ChainCode_OfADiamond_TakesDiagonalSteps()
    {
        double perimeter = 4 * 5 * Math.Sqrt(2);
        double[] row = Picture.MeasureOne(Picture.Make(new(15, 15, 1), new(1, 1, 5), (i, j, _) => Math.Abs(i - 7) + Math.Abs(j - 7) <= 5));
        Assert.Equal(perimeter * perimeter / (4 * Math.PI * 61), row[Picture.Compactness], 1e-12);
    }

    [Fact]
    public void ChainCode_OfOnePixelIsZero_AndOfALineThereAndBack()
    {
        Assert.Equal(0, Picture.MeasureOne(Picture.Make(new(3, 3, 1), new(1, 1, 1), (i, j, _) => i == 1 && j == 1))[Picture.Compactness]);
        double[] line = Picture.MeasureOne(Picture.Make(new(9, 3, 1), new(1, 1, 1), (i, j, _) => j == 1 && i is >= 1 and <= 6));
        Assert.Equal(10 * 10 / (4 * Math.PI * 6), line[Picture.Compactness], 1e-12);
    }

    [Theory]
    [InlineData(0, 1, 2)]
    [InlineData(0, 2, 1)]
    [InlineData(1, 0, 2)]
    [InlineData(2, 1, 0)]
    public void ChainCode_OfRandomBlobs_IsTheLengthOfTheOutline(int seed, int spacingA, int spacingB)
    {
        // Against the length of the outer border followed by the opposite hand on the mirrored picture.
        var random = new Random(seed);
        var spacing = new Point3(spacingA + 1, spacingB + 1, 1);
        bool[,] blob = Blob(random, 24);
        double[] one = Picture.MeasureOne(Picture.Make(new(24, 24, 1), spacing, (i, j, _) => blob[i, j]));
        double[] mirrored = Picture.MeasureOne(Picture.Make(new(24, 24, 1), spacing, (i, j, _) => blob[23 - i, j]));
        double[] turned = Picture.MeasureOne(Picture.Make(new(24, 24, 1), new(spacing.Y, spacing.X, 1), (i, j, _) => blob[j, i]));
        Assert.Equal(one[Picture.Compactness], mirrored[Picture.Compactness], 1e-12);
        Assert.Equal(one[Picture.Compactness], turned[Picture.Compactness], 1e-12);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(0.5, 1.5)]
    public void Crofton_OfALargeDisk_IsNearlyOne(double spacingI, double spacingJ)
    {
        var settings = new StatisticalFeaturesSettings { Perimeter = PerimeterEstimator.Crofton };
        double[] row = Picture.MeasureOne(Disk(spacingI, spacingJ), settings);
        Assert.Equal(1, row[Picture.Compactness], 0.05);
    }

    [Fact]
    public void ChainCode_OfALargeDisk_HasItsKnownBias()
    {
        // Averaged over directions the path of axis and diagonal steps is 8 (sqrt 2 - 1) / pi = 1.0548 too long.
        double ratio = 8 * (Math.Sqrt(2) - 1) / Math.PI;
        Assert.Equal(ratio * ratio, Picture.MeasureOne(Disk(1, 1))[Picture.Compactness], 0.03);
    }

    [Fact]
    public void Crofton_OfOnePixel_IsTheClosedForm()
    {
        double perimeter = Math.PI / 4 * (2 + Math.Sqrt(2));
        double[] row = Picture.MeasureOne(
            Picture.Make(new(3, 3, 1), new(1, 1, 1), (i, j, _) => i == 1 && j == 1), new() { Perimeter = PerimeterEstimator.Crofton });
        Assert.Equal(perimeter * perimeter / (4 * Math.PI), row[Picture.Compactness], 1e-12);
    }

    [Fact]
    public void Compactness_OfALesion_IsTheAreaWeightedMeanOfItsParts()
    {
        (DiffusionStudy, LesionSet) lesion = Picture.Make(new(12, 12, 2), new(1, 1, 5), (i, j, k) => k == 0 ? i is >= 2 and < 8 && j is >= 2 and < 8 : i is 3 or 6 && j is >= 2 and < 8);
        FeatureTable parts = Picture.Measure(lesion, new() { Unit = MeasuredUnit.Slice, MinimumArea = 0 });
        double[] whole = Picture.MeasureOne(lesion);
        Assert.Equal([0, 1, 1], parts.Rows.Select(r => r.Slice!.Value));
        double[] c = [.. parts.Rows.Select(r => r.Values.Span[Picture.Compactness])];
        Assert.Equal(((36 * c[0]) + (6 * c[1]) + (6 * c[2])) / 48, whole[Picture.Compactness], 1e-12);
    }

    private static (DiffusionStudy Study, LesionSet Lesions) Disk(double spacingI, double spacingJ) =>
        Picture.Make(new(180, 180, 1), new(spacingI, spacingJ, 5), (i, j, _) => double.Hypot((i - 90) * spacingI, (j - 90) * spacingJ) <= 40);

    private static bool[,] Blob(Random random, int size)
    {
        var blob = new bool[size, size];
        int i = size / 2, j = size / 2;
        for (int step = 0; step < 300; step++)
        {
            blob[i, j] = true;
            i = Math.Clamp(i + random.Next(-1, 2), 1, size - 2);
            j = Math.Clamp(j + random.Next(-1, 2), 1, size - 2);
        }

        return blob;
    }
}
