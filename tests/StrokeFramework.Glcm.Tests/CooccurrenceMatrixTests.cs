using System.Globalization;
using StrokeFramework.Host.Data;
using StrokeFramework.Imaging;
using StrokeFramework.TestSupport;

namespace StrokeFramework.Glcm.Tests;

public sealed class CooccurrenceMatrixTests
{
    /// <summary>The picture of Haralick, Shanmugam and Dinstein 1973, figure 3.</summary>
    private static readonly short[] Haralick = [0, 0, 1, 1, 0, 0, 1, 1, 0, 2, 2, 2, 2, 2, 3, 3];

    [Theory]
    [InlineData(PairDirections.Horizontal, new long[] { 4, 2, 1, 0, 2, 4, 0, 0, 1, 0, 6, 1, 0, 0, 1, 2 })]
    [InlineData(PairDirections.Vertical, new long[] { 6, 0, 2, 0, 0, 4, 2, 0, 2, 2, 2, 2, 0, 0, 2, 0 })]
    [InlineData(PairDirections.Rising, new long[] { 4, 1, 0, 0, 1, 2, 2, 0, 0, 2, 4, 1, 0, 0, 1, 0 })]
    [InlineData(PairDirections.Falling, new long[] { 2, 1, 3, 0, 1, 2, 1, 0, 3, 1, 0, 2, 0, 0, 2, 0 })]
    internal void Counts_OfThePublishedExample_AreThePublishedOnes(PairDirections directions, long[] expected) =>
        Assert.Equal(expected, Count(Haralick, 4, 4, 4, directions).Counts.ToArray());

    [Theory]
    [InlineData("0003")]
    [InlineData("0009")]
    public void Counts_OfARealSlice_EqualThoseOfAnotherLibrary(string number)
    {
        Volume<float> image = NiftiFile.Read(SharedData.PathOf($"golden/slices/{number}_image.nii.gz")).Volume;
        Volume<byte> brain = NiftiFile.ReadLabels(SharedData.PathOf($"golden/slices/{number}_brain.nii.gz")).Volume;
        long[] expected = [.. File.ReadLines(SharedData.PathOf($"golden/slices/{number}_glcm128.csv"))
            .SelectMany(line => line.Split(',')).Select(cell => (long)double.Parse(cell, CultureInfo.InvariantCulture))];
        StudySlab slab = new SliceMapper(new DiffusionStudy(image).WithBrainMask(new(image.Geometry, brain.Voxels))).Volume;

        var pixels = new short[slab.Size.SliceCount];
        GrayLevels.OfSlice(slab, 0, 128, pixels);
        CooccurrenceMatrix found = Count(pixels, slab.Size.I, slab.Size.J, 128, PairDirections.All);

        Assert.Equal(expected, found.Counts.ToArray());
    }

    [Fact]
    public void Counts_SumToTwiceTheValidPairs_AndAreSymmetric()
    {
        const int width = 23, height = 17;
        short[] picture = RandomPicture(width, height, 9);
        CooccurrenceMatrix matrix = Count(picture, width, height, 16, PairDirections.All);
        long pairs = 0;
        foreach ((int di, int dj) in new[] { (1, 0), (1, -1), (0, 1), (-1, -1) })
        {
            for (int v = 0; v < picture.Length; v++)
            {
                int i = (v % width) + di, j = (v / width) + dj;
                if (picture[v] >= 0 && i >= 0 && i < width && j >= 0 && j < height && picture[i + (width * j)] >= 0) pairs++;
            }
        }

        Assert.Equal(2 * pairs, matrix.Counts.ToArray().Sum());
        for (int i = 0; i < 16; i++)
        {
            for (int j = 0; j < 16; j++) Assert.Equal(matrix[i, j], matrix[j, i]);
        }
    }

    [Theory]
    [InlineData(PairDirections.Horizontal, PairDirections.Vertical)]
    [InlineData(PairDirections.Vertical, PairDirections.Horizontal)]
    [InlineData(PairDirections.Rising, PairDirections.Falling)]
    [InlineData(PairDirections.All, PairDirections.All)]
    internal void Counts_OfAPictureTurnedByAQuarter_SwapDirections(PairDirections before, PairDirections after)
    {
        const int width = 13, height = 19;
        short[] picture = RandomPicture(width, height, 4);
        var turned = new short[picture.Length];
        for (int v = 0; v < picture.Length; v++) turned[(height - 1 - (v / width)) + (height * (v % width))] = picture[v];
        Assert.Equal(Count(picture, width, height, 16, before).Counts.ToArray(), Count(turned, height, width, 16, after).Counts.ToArray());
    }

    [Theory]
    [InlineData(LesionPolarity.Hyperintense)]
    [InlineData(LesionPolarity.Hypointense)]
    public void PairSums_MatchSummingTheMatrix(LesionPolarity polarity)
    {
        CooccurrenceMatrix matrix = Count(RandomPicture(30, 30, 6), 30, 30, 16, PairDirections.All);
        PairSums sums = PairSums.Of(matrix, polarity);
        for (int t = 0; t < 16; t++)
        {
            bool Inside(int level) => polarity == LesionPolarity.Hyperintense ? level >= t : level <= t;
            long region = 0, boundary = 0;
            for (int i = 0; i < 16; i++)
            {
                for (int j = 0; j < 16; j++)
                {
                    if (Inside(i) && Inside(j)) region += matrix[i, j];
                    else if (Inside(i) || Inside(j)) boundary += matrix[i, j];
                }
            }

            Assert.Equal((region, boundary), (sums.Region[t], sums.Boundary[t]));
            Assert.Equal((double)boundary / (boundary + region), sums.RatioAt(t), 1e-12);
        }
    }

    private static short[] RandomPicture(int width, int height, int seed)
    {
        var random = new Random(seed);
        var picture = new short[width * height];
        for (int v = 0; v < picture.Length; v++) picture[v] = (short)(random.Next(5) == 0 ? GrayLevels.Outside : random.Next(16));
        return picture;
    }

    private static CooccurrenceMatrix Count(short[] picture, int width, int height, int levels, PairDirections directions)
    {
        var matrix = new CooccurrenceMatrix(levels);
        matrix.Add(picture, width, height, directions, CancellationToken.None);
        return matrix;
    }
}
