using StrokeFramework.Host.Data;

namespace StrokeFramework.Host.Tests.Data;

public sealed class PngReaderTests
{
    [Fact]
    public void EightBitGray_IsReadFromTheTopLeft()
    {
        PngImage image = Read(PngBytes.File(PngBytes.Header(3, 2, 8, 0), PngBytes.Pixels([0, 0, 128, 255, 0, 1, 2, 3])));
        Assert.Equal([0f, 128, 255, 1, 2, 3], image.Volume.Voxels.ToArray());
        Assert.Equal(new GridSize(3, 2, 1), image.Volume.Size);
        Assert.Equal(8, image.BitDepth);
    }

    [Fact]
    public void SixteenBitGray_LosesNothing()
    {
        byte[] rows = [.. Enumerable.Range(0, 256).SelectMany(y => new byte[] { 0 }.Concat(Enumerable.Range(0, 256).SelectMany(x => new[] { (byte)y, (byte)x })))];
        PngImage image = Read(PngBytes.File(PngBytes.Header(256, 256, 16, 0), PngBytes.Pixels(rows, piece: 1000)));
        Assert.Equal(Enumerable.Range(0, 65536).Select(n => (float)n), image.Volume.Voxels.ToArray());
        Assert.Equal(16, image.BitDepth);
    }

    [Fact]
    public void EveryFilter_IsUndone()
    {
        // One row per filter; by hand: none, left, up, mean of both (rounded down), Paeth.
        byte[] rows = [0, 10, 20, 30, 1, 5, 1, 255, 2, 1, 2, 3, 3, 1, 1, 1, 4, 1, 1, 1];
        PngImage image = Read(PngBytes.File(PngBytes.Header(3, 5, 8, 0), PngBytes.Pixels(rows)));
        Assert.Equal([10f, 20, 30, 5, 6, 5, 6, 8, 8, 4, 7, 8, 5, 8, 9], image.Volume.Voxels.ToArray());
    }

    [Fact]
    public void FiltersReachOneWholePixelBack()
    {
        byte[] rows = [1, 0x01, 0x00, 0x00, 0x05, 0xFF, 0xFB];
        PngImage image = Read(PngBytes.File(PngBytes.Header(3, 1, 16, 0), PngBytes.Pixels(rows)));
        Assert.Equal([256f, 261, 0], image.Volume.Voxels.ToArray());
    }

    [Fact]
    public void GrayStoredAsColor_WithOrWithoutOpacity_IsGray()
    {
        Assert.Equal([7f, 9], Read(PngBytes.File(PngBytes.Header(2, 1, 8, 2), PngBytes.Pixels([0, 7, 7, 7, 9, 9, 9]))).Volume.Voxels.ToArray());
        Assert.Equal([7f], Read(PngBytes.File(PngBytes.Header(1, 1, 8, 6), PngBytes.Pixels([0, 7, 7, 7, 255]))).Volume.Voxels.ToArray());
        Assert.Equal([259f], Read(PngBytes.File(PngBytes.Header(1, 1, 16, 4), PngBytes.Pixels([0, 1, 3, 255, 255]))).Volume.Voxels.ToArray());
    }

    [Fact]
    public void PixelSize_ComesFromMetres_OrIsOneMillimetreWithAWarning()
    {
        byte[] header = PngBytes.Header(1, 1, 8, 0), pixels = PngBytes.Pixels([0, 1]);
        PngImage sized = Read(PngBytes.File(header, PngBytes.Physical(2000, 500, 1), pixels));
        Assert.Equal(new Point3(0.5, 2, 1), sized.Volume.Geometry.Spacing);
        Assert.Contains("0.5x2 mm", Assert.Single(sized.Warnings), StringComparison.Ordinal);

        PngImage screen = Read(PngBytes.File(header, PngBytes.Physical(2835, 2835, 1), pixels));
        Assert.Contains("a screen's resolution", Assert.Single(screen.Warnings), StringComparison.Ordinal);

        foreach (byte[] unsized in new[] { PngBytes.File(header, pixels), PngBytes.File(header, PngBytes.Physical(2, 1, 0), pixels), PngBytes.File(header, PngBytes.Physical(0, 0, 1), pixels) })
        {
            PngImage image = Read(unsized);
            Assert.Equal(new Point3(1, 1, 1), image.Volume.Geometry.Spacing);
            Assert.Contains("1 mm in every direction is assumed", Assert.Single(image.Warnings), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Picture_IsTakenToBeInRadiologicalView()
    {
        VolumeGeometry grid = Read(PngBytes.File(PngBytes.Header(1, 1, 8, 0), PngBytes.Pixels([0, 1]))).Volume.Geometry;
        Assert.Equal(new Point3(-1, 0, 0), grid.IndexToWorld.ColumnI);
        Assert.Equal(new Point3(0, -1, 0), grid.IndexToWorld.ColumnJ);
        Assert.Equal(2, grid.SuperiorAxis);
    }

    public static TheoryData<string, byte[]> Refusals => new()
    {
        { "is a color picture", PngBytes.File(PngBytes.Header(1, 1, 8, 2), PngBytes.Pixels([0, 7, 8, 7])) },
        { "transparent pixels", PngBytes.File(PngBytes.Header(1, 1, 8, 4), PngBytes.Pixels([0, 7, 254])) },
        { "color palette", PngBytes.File(PngBytes.Header(1, 1, 8, 3), PngBytes.Pixels([0, 7])) },
        { "is an interlaced PNG", PngBytes.File(PngBytes.Header(1, 1, 8, 0, 1), PngBytes.Pixels([0, 7])) },
        { "with 4 bits per sample", PngBytes.File(PngBytes.Header(1, 1, 4, 0), PngBytes.Pixels([0, 7])) },
        { "does not exist", PngBytes.File(PngBytes.Header(1, 1, 8, 5), PngBytes.Pixels([0, 7])) },
        { "claims 0x1 pixels", PngBytes.File(PngBytes.Header(0, 1, 8, 0), PngBytes.Pixels([0])) },
        { "too short for the 30000x30000 pixels", PngBytes.File(PngBytes.Header(30000, 30000, 8, 0), PngBytes.Pixels([0])) },
        { "claims 2000000000x2000000000 pixels", PngBytes.File(PngBytes.Header(2000000000, 2000000000, 16, 6), PngBytes.Pixels([0])) },
        { "filter that does not exist", PngBytes.File(PngBytes.Header(1, 1, 8, 0), PngBytes.Pixels([5, 7])) },
        { "more pixels than its PNG header says", PngBytes.File(PngBytes.Header(1, 1, 8, 0), PngBytes.Pixels([0, 7, 0, 7])) },
        { "cannot be unpacked", PngBytes.File(PngBytes.Header(2, 1, 8, 0), PngBytes.Pixels([0, 7])) },
        { "cannot be unpacked", PngBytes.File(PngBytes.Header(1, 1, 8, 0), PngBytes.Chunk("IDAT", [1, 2, 3])) },
        { "cannot be unpacked", PngBytes.File(PngBytes.Header(1, 1, 8, 0)) },
        { "part ('ABCD') that is not read", PngBytes.File(PngBytes.Header(1, 1, 8, 0), PngBytes.Chunk("ABCD", []), PngBytes.Pixels([0, 7])) },
        { "not a PNG file", "GIF89a..."u8.ToArray() },
        { "is empty", [] },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void PictureThatCannotBeUsed_IsRefusedInASentenceThatNamesIt(string because, byte[] content)
    {
        DataException e = Assert.Throws<DataException>(() => Read(content));
        Assert.Contains(because, e.Message, StringComparison.Ordinal);
        Assert.Contains("'slice.png'", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryTruncationAndFlippedBit_IsRefused()
    {
        byte[] whole = PngBytes.File(PngBytes.Header(2, 2, 16, 0), PngBytes.Pixels([0, 1, 2, 3, 4, 2, 5, 6, 7, 8]));
        for (int at = 0; at < whole.Length; at++)
        {
            byte[] flipped = [.. whole];
            flipped[at] ^= 0x20;
            byte[] cut = whole[..at];
            Assert.Throws<DataException>(() => Read(cut));
            Assert.Throws<DataException>(() => Read(flipped));
        }
    }

    private static PngImage Read(byte[] content) => PngReader.Read(new MemoryStream(content), "slice.png");
}
