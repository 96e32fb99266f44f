using System.IO.Compression;
using StrokeFramework.Host.Data;

namespace StrokeFramework.Host.Tests.Data;

public sealed class NiftiReadTests
{
    public static TheoryData<short, short, byte[], float> Types => new()
    {
        { 2, 8, [0xC8], 200 },
        { 256, 8, [0xC8], -56 },
        { 4, 16, [0xFF, 0x38], -200 },
        { 512, 16, [0xFF, 0x38], 65336 },
        { 8, 32, [0xFF, 0xFF, 0xFF, 0x38], -200 },
        { 768, 32, [0xFF, 0xFF, 0xFF, 0x00], 4294967040f },
        { 1024, 64, [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x38], -200 },
        { 1280, 64, [0xFF, 0xFF, 0xFF, 0x00, 0, 0, 0, 0], 18446742974197923840f },
        { 16, 32, [0xC2, 0xF6, 0xE9, 0x79], -123.456f },
        { 64, 64, [0xC0, 0x5E, 0xDD, 0x2F, 0x1A, 0x9F, 0xBE, 0x77], -123.456f },
    };

    [Theory]
    [MemberData(nameof(Types))]
    public void EveryType_InBothByteOrders_HasTheValueOfItsBytes(short code, short bits, byte[] bytes, float expected)
    {
        foreach (bool bigEndian in new[] { false, true })
        {
            NiftiBytes file = new NiftiBytes(bigEndian).Dims(3, 2, 1, 1).Type(code, bits).Sform(1, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0)
                .Voxels([new byte[bits / 8], bytes]);
            foreach (byte[] content in new[] { file.ToArray(), file.ToGzip() })
            {
                NiftiImage image = Read(content);
                Assert.Equal([0f, expected], image.Volume.Voxels.ToArray());
                Assert.Equal((NiftiDatatype)code, image.Header.Datatype);
                Assert.Equal(bigEndian, image.Header.IsBigEndian);
                Assert.Empty(image.Warnings);
            }
        }
    }

    [Theory]
    [InlineData(0, 77, 3, 3)]
    [InlineData(2, -10, 3, -4)]
    [InlineData(0.5, 0, 3, 1.5)]
    [InlineData(float.NaN, 4, 3, 3)]
    public void Scaling_IsSlopeTimesValuePlusIntercept_AndZeroMeansNone(float slope, float intercept, byte stored, float expected) =>
        Assert.Equal(expected, Read(Byte(stored).Scale(slope, intercept).ToArray()).Volume[0, 0, 0]);

    [Fact]
    public void Voxels_RunFastestAlongI()
    {
        Volume<float> volume = Read(new NiftiBytes().Ramp(3, 4, 5).ToArray()).Volume;
        Assert.Equal(1, volume[1, 0, 0]);
        Assert.Equal(3, volume[0, 1, 0]);
        Assert.Equal(12, volume[0, 0, 1]);
    }

    [Fact]
    public void VolumeLargerThanOnePiece_IsReadWhole()
    {
        Volume<float> volume = Read(new NiftiBytes(bigEndian: true).Ramp(100, 90, 20).ToGzip()).Volume;
        for (int n = 0; n < volume.Span.Length; n++) Assert.Equal((short)n, volume.Span[n]);
    }

    [Fact]
    public void VoxelsThatAreNotFinite_AreKeptCountedAndWarnedOf()
    {
        byte[] content = new NiftiBytes().Dims(3, 3, 1, 1).Type(16, 32).Sform(1, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0)
            .Voxels([[0x7F, 0xC0, 0, 0], [0x7F, 0x80, 0, 0], [0x3F, 0x80, 0, 0]]).ToArray();
        NiftiImage image = Read(content);
        Assert.Equal([float.NaN, float.PositiveInfinity, 1f], image.Volume.Voxels.ToArray());
        Assert.Equal(2, image.NonFiniteCount);
        Assert.Equal("'test.nii' has 2 voxels that are not finite numbers.", Assert.Single(image.Warnings));
    }

    [Fact]
    public void Extensions_AreSkippedAndKept()
    {
        byte[] plain = new NiftiBytes().Ramp(2, 2, 2).Float(108, 368).ToArray();
        byte[] extension = [16, 0, 0, 0, 6, 0, 0, 0, (byte)'n', (byte)'o', (byte)'t', (byte)'e', 0, 0, 0, 0];
        byte[] content = [.. plain[..348], 1, 0, 0, 0, .. extension, .. plain[352..]];
        NiftiImage image = Read(content);
        Assert.Equal([0f, 1, 2, 3, 4, 5, 6, 7], image.Volume.Voxels.ToArray());
        Assert.Equal([1, 0, 0, 0, .. extension], image.Header.Extensions.ToArray());
        Assert.Equal(plain[..348], image.Header.Raw.ToArray());
    }

    [Fact]
    public void StreamThatCannotSeek_IsReadFromWhereItStands()
    {
        byte[] plain = new NiftiBytes().Ramp(3, 3, 3).ToArray();
        using var packed = new MemoryStream();
        using (var outer = new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true)) outer.Write([99, .. plain]);
        packed.Position = 0;
        using var stream = new DeflateStream(packed, CompressionMode.Decompress);
        Assert.Equal(99, stream.ReadByte());
        Assert.Equal(26, NiftiFile.Read(stream, "test.nii").Volume[2, 2, 2]);
    }

    [Fact]
    public void BytesAfterTheVoxels_AreIgnoredWithAWarning()
    {
        byte[] content = [.. new NiftiBytes().Ramp(2, 2, 2).ToArray(), 1, 2, 3];
        NiftiImage image = Read(content);
        Assert.Contains("'test.nii' holds 3 bytes more than its header describes; they are ignored.", image.Warnings);
    }

    [Fact]
    public void Labels_OfAnyIntegerType_BecomeBytes()
    {
        byte[] content = new NiftiBytes().Dims(3, 2, 1, 1).Type(512, 16).Voxels([[0, 0], [0, 255]]).ToArray();
        Assert.Equal([0, 255], NiftiFile.ReadLabels(new MemoryStream(content), "mask.nii").Volume.Voxels.ToArray());
    }

    [Theory]
    [InlineData(16, 32, new byte[] { 0x3F, 0, 0, 0 }, "0.5")]
    [InlineData(4, 16, new byte[] { 0xFF, 0xFF }, "-1")]
    [InlineData(4, 16, new byte[] { 1, 0 }, "256")]
    [InlineData(16, 32, new byte[] { 0x7F, 0xC0, 0, 0 }, "NaN")]
    public void Labels_ThatAreNotWholeOrTooLarge_AreRefused(short code, short bits, byte[] voxel, string shown)
    {
        byte[] content = new NiftiBytes().Type(code, bits).Voxels([voxel]).ToArray();
        DataException e = Assert.Throws<DataException>(() => NiftiFile.ReadLabels(new MemoryStream(content), "mask.nii"));
        Assert.Equal($"'mask.nii' is not a mask or label map: voxel 0 has the value {shown}, and only whole numbers from 0 to 255 are labels.", e.Message);
    }

    private static NiftiBytes Byte(byte value) => new NiftiBytes().Type(2, 8).Voxels(value);

    private static NiftiImage Read(byte[] content) => NiftiFile.Read(new MemoryStream(content), "test.nii");
}
