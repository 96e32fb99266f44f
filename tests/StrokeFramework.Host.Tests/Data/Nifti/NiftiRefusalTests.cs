using StrokeFramework.Host.Data;

namespace StrokeFramework.Host.Tests.Data;

public sealed class NiftiRefusalTests
{
    public static TheoryData<string, byte[]> Refusals => new()
    {
        { "complex numbers", new NiftiBytes().Type(32, 64).Voxels(new byte[8]).ToArray() },
        { "complex numbers", new NiftiBytes().Type(1792, 128).Voxels(new byte[16]).ToArray() },
        { "holds colors", new NiftiBytes().Type(128, 24).Voxels(new byte[3]).ToArray() },
        { "holds colors", new NiftiBytes().Type(2304, 32).Voxels(new byte[4]).ToArray() },
        { "one bit per voxel", new NiftiBytes().Type(1, 1).Voxels(new byte[1]).ToArray() },
        { "128-bit numbers", new NiftiBytes().Type(1536, 128).Voxels(new byte[16]).ToArray() },
        { "unknown voxel type (code 3)", new NiftiBytes().Type(3, 8).Voxels(new byte[1]).ToArray() },
        { "8 bits per voxel for a type of 16 bits", new NiftiBytes().Type(4, 8).Voxels(new byte[2]).ToArray() },
        { "a series of 3 volumes", new NiftiBytes().Type(2, 8).Dims(4, 2, 2, 2, 3).Voxels(new byte[24]).ToArray() },
        { "3 values per voxel", new NiftiBytes().Type(2, 8).Dims(5, 1, 1, 1, 1, 3).Voxels(new byte[3]).ToArray() },
        { "dimension 2 a size of -4", new NiftiBytes().Type(2, 8).Dims(3, 1, -4, 1).Voxels(0).ToArray() },
        { "dimension 1 a size of 0", new NiftiBytes().Type(2, 8).Dims(3, 0, 1, 1).Voxels(0).ToArray() },
        { "has 9 dimensions", new NiftiBytes().Type(2, 8).Dims(9, 1, 1, 1).Voxels(0).ToArray() },
        { "more than one volume can hold", new NiftiBytes().Type(2, 8).Dims(3, 32767, 32767, 32767).Voxels(0).ToArray() },
        { "is truncated", new NiftiBytes().Type(2, 8).Dims(3, 2000, 1000, 1000).Voxels(0).ToArray() },
        { "truncated or damaged", new NiftiBytes().Type(2, 8).Dims(3, 2000, 1000, 1000).Voxels(0).ToGzip() },
        { "voxels start at byte 12.5", new NiftiBytes().Type(2, 8).Float(108, 12.5f).Voxels(0).ToArray() },
        { "voxels start at byte 1E+30", new NiftiBytes().Type(2, 8).Float(108, 1e30f).Voxels(0).ToArray() },
        { "offset of its values (scl_inter)", new NiftiBytes().Type(2, 8).Scale(1, float.NaN).Voxels(0).ToArray() },
        { "is a NIfTI-2 file", new NiftiBytes().Int32(0, 540).ToArray() },
        { "is a NIfTI-2 file", new NiftiBytes(bigEndian: true).Int32(0, 540).ToArray() },
        { ".hdr/.img pair", new NiftiBytes().Byte(345, (byte)'i').ToArray() },
        { "Analyze 7.5", new NiftiBytes().Int32(344, 0).ToArray() },
        { "not a NIfTI-1 file", "DICM is something else"u8.ToArray() },
        { "not a NIfTI-1 file", [1] },
        { "is empty", [] },
        { "not a NIfTI-1 file", NiftiBytes.Gzip([1]) },
        { "holds far more bytes", new NiftiBytes().Type(2, 8).Voxels(new byte[200_000]).ToArray() },
        { "100 of the 348 bytes of its header", new NiftiBytes().ToArray()[..100] },
        { "does not span space", new NiftiBytes().Type(2, 8).Sform(1, new float[12]).Voxels(0).ToArray() },
        { "does not span space", new NiftiBytes().Type(2, 8).Sform(1, 1, 0, 0, float.NaN, 0, 1, 0, 0, 0, 0, 1, 0).Voxels(0).ToArray() },
        { "not a unit quaternion", new NiftiBytes().Type(2, 8).Qform(1, 1, 1, 1, 0, 0, 0).Voxels(0).ToArray() },
        { "a voxel size of 0 along axis 2", new NiftiBytes().Ramp(2, 2, 2).Pixdim(1, 1, 0, 1).ToArray() },
        { "a voxel size of NaN along axis 3", new NiftiBytes().Ramp(2, 2, 2).Pixdim(1, 1, 1, float.NaN).ToArray() },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void FileThatCannotBeUsed_IsRefusedInASentenceThatNamesIt(string because, byte[] content)
    {
        DataException e = Assert.Throws<DataException>(() => NiftiFile.Read(new MemoryStream(content), "scan.nii"));
        Assert.Contains(because, e.Message, StringComparison.Ordinal);
        Assert.Contains("'scan.nii'", e.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FileThatIsAbsentOrAFolder_IsSaidInASentence()
    {
        string absent = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"), "no.nii");
        Assert.Equal($"The file '{absent}' does not exist.", Assert.Throws<DataException>(() => NiftiFile.Read(absent)).Message);
        string folder = AppContext.BaseDirectory;
        Assert.Equal($"'{folder}' is a folder, but a file is needed here.", Assert.Throws<DataException>(() => NiftiFile.Read(folder)).Message);
    }

    [Fact]
    public void EveryTruncation_OfPlainAndCompressedFiles_IsRefused()
    {
        foreach (byte[] whole in new[] { new NiftiBytes().Ramp(5, 5, 5).ToArray(), new NiftiBytes().Ramp(5, 5, 5).ToGzip() })
        {
            for (int length = 0; length < whole.Length; length++)
            {
                byte[] cut = whole[..length];
                DataException e = Assert.Throws<DataException>(() => NiftiFile.Read(new MemoryStream(cut), "cut.nii.gz"));
                Assert.Contains("'cut.nii.gz'", e.Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void CompressedFileOfSeveralMembers_IsReadWhole()
    {
        byte[] plain = new NiftiBytes().Ramp(5, 5, 5).ToArray();
        for (int cut = 1; cut < plain.Length; cut += 7)
        {
            byte[] members = [.. NiftiBytes.Gzip(plain[..cut]), .. NiftiBytes.Gzip(plain[cut..])];
            Assert.Equal(124, NiftiFile.Read(new MemoryStream(members), "x").Volume[4, 4, 4]);
        }
    }

    [Fact]
    public void CompressedFileFollowedByOtherBytes_IsRefused()
    {
        byte[] content = [.. new NiftiBytes().Ramp(5, 5, 5).ToGzip(), 1, 2, 3];
        DataException e = Assert.Throws<DataException>(() => NiftiFile.Read(new MemoryStream(content), "scan.nii.gz"));
        Assert.Contains("'scan.nii.gz' is truncated or damaged", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FlippedByteInCompressedVoxels_IsNeverReadAsAnotherImage()
    {
        byte[] whole = new NiftiBytes().Ramp(8, 8, 8).ToGzip();
        float[] expected = NiftiFile.Read(new MemoryStream(whole), "x").Volume.Voxels.ToArray();
        for (int at = 10; at < whole.Length; at++)
        {
            byte[] damaged = [.. whole];
            damaged[at] ^= 0x10;
            try
            {
                Assert.Equal(expected, NiftiFile.Read(new MemoryStream(damaged), "damaged.nii.gz").Volume.Voxels.ToArray());
            }
            catch (DataException e)
            {
                Assert.Contains("'damaged.nii.gz'", e.Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void RandomDamageToTheHeader_GivesAnImageOrASentence()
    {
        var random = new Random(7);
        byte[] plain = new NiftiBytes().Ramp(6, 5, 4).Sform(1, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0).Qform(1, 0, 0, 0, 0, 0, 0).ToArray();
        for (int n = 0; n < 2000; n++)
        {
            byte[] damaged = [.. plain];
            for (int flips = random.Next(1, 5); flips > 0; flips--) damaged[random.Next(352)] = (byte)random.Next(256);
            byte[] content = n % 2 == 0 ? damaged : NiftiBytes.Gzip(damaged);
            try
            {
                NiftiFile.Read(new MemoryStream(content), "damaged.nii");
                NiftiFile.ReadLabels(new MemoryStream(content), "damaged.nii");
            }
            catch (DataException e)
            {
                Assert.Contains("'damaged.nii'", e.Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Cancellation_StopsReading()
    {
        byte[] content = new NiftiBytes().Ramp(4, 4, 4).ToArray();
        Assert.ThrowsAny<OperationCanceledException>(() => NiftiFile.Read(new MemoryStream(content), "x.nii", new CancellationToken(true)));
    }
}
