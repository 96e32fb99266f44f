using StrokeFramework.Host.Caching;
using StrokeFramework.Host.Execution;

namespace StrokeFramework.Host.Tests.Caching;

public sealed class ValueCodecTests
{
    private static readonly VolumeGeometry Grid = new(new(3, 4, 2), new(new(-2, 0.1, 0), new(0.1, 2, 0.3), new(0, -0.4, 5), new(50, -60, 10)));

    public static TheoryData<string, object> Values => new()
    {
        { "a study with everything", new DiffusionStudy(Image(1), "a", "1", new Acquisition { BValue = 1000, BitsStored = 12, EchoTime = 80.5 }).WithDwi(Image(2), true).WithAdc(Image(3)).WithB0(Image(4)).WithBrainMask(Mask(1)) },
        { "a bare study", new DiffusionStudy(Image(1), "b") },
        { "labels", new Segmentation(Mask(2)) },
        { "labels with probability", new Segmentation(Mask(2), Image(5)) },
        { "no lesion", Segmentation.Empty(Grid) },
        { "features", new FeatureTable(new([new("area", "mm²", "The area."), new("mean", "", "")]), [new(1, null, new[] { 1.5, double.NaN }), new(2, 7, new[] { double.NegativeInfinity, -0.0 })]) },
        { "an empty table", new FeatureTable(new([new("area", "mm²", "The area.")]), []) },
        { "probabilities", new ClassProbabilities(["x", "y"], [new[] { 0.25, 0.75 }, new[] { 1.0, 0.0 }], "votes") },
        { "detections", new List<Detection> { new(new SliceBox(3, 1.5, 2.5, 8, 9), "acute-ischemic", 0.875) } },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void Read_OfWhatWasWritten_IsTheSame(string what, object value)
    {
        var volumes = ValueCodec.VolumesOf(value).ToDictionary(ContentHash.OfVolume);
        object read = Copy(value, hash => volumes.GetValueOrDefault(hash))!;

        Assert.True(ContentHash.Of(value) == ContentHash.Of(read), what);
        // What the hash leaves out.
        Assert.Equal((value as FeatureTable)?.Schema.Columns, (read as FeatureTable)?.Schema.Columns);
        Assert.Equal((value as ClassProbabilities)?.Method, (read as ClassProbabilities)?.Method);
        Assert.Equal((value as DiffusionStudy)?.Acquisition, (read as DiffusionStudy)?.Acquisition);
    }

    [Fact]
    public void Read_WithoutAnImage_IsNothing()
    {
        Assert.Null(Copy(new DiffusionStudy(Image(1), "a"), _ => null));
        Assert.Null(Copy(new DiffusionStudy(Image(1), "a").WithAdc(Image(2)), hash => hash == ContentHash.OfVolume(Image(1)) ? Image(1) : null));
        Assert.Null(Copy(new Segmentation(Mask(1), Image(1)), _ => null));
    }

    [Fact]
    public void RunLength_OfABlobAndOfNoise_ReadsBack()
    {
        var random = new Random(3);
        byte[] blob = [.. Enumerable.Range(0, 100_000).Select(n => (byte)(n is > 20_000 and < 70_000 ? 1 : 0))], noise = new byte[1000];
        random.NextBytes(noise);
        foreach (byte[] voxels in (byte[][])[blob, noise, [], [7]])
        {
            using var buffer = new MemoryStream();
            RunLength.Write(new BinaryWriter(buffer), voxels);
            var read = new byte[voxels.Length];
            buffer.Position = 0;
            RunLength.Read(new BinaryReader(buffer), read);
            Assert.Equal(voxels, read);
            if (voxels == blob) Assert.InRange(buffer.Length, 1, 20);
        }
    }

    [Theory]
    [InlineData(new byte[] { 1, 0 })]
    [InlineData(new byte[] { 1, 9 })]
    public void RunLength_ThatDoesNotFit_IsRefused(byte[] bytes) =>
        Assert.Throws<InvalidDataException>(() => RunLength.Read(new BinaryReader(new MemoryStream(bytes)), new byte[8]));

    private static object? Copy(object value, Func<string, Volume<float>?> volumeOf)
    {
        using var buffer = new MemoryStream();
        ValueCodec.Write(new BinaryWriter(buffer), value, ContentHash.OfVolume);
        buffer.Position = 0;
        return ValueCodec.Read(new BinaryReader(buffer), volumeOf);
    }

    private static Volume<float> Image(int seed)
    {
        var random = new Random(seed);
        return new(Grid, Enumerable.Range(0, (int)Grid.Size.Count).Select(_ => random.NextSingle()).ToArray());
    }

    private static Volume<byte> Mask(byte value) => new(Grid, Enumerable.Range(0, (int)Grid.Size.Count).Select(n => (byte)(n % 5 == 0 ? value : 0)).ToArray());
}
