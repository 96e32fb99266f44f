using StrokeFramework.Host.Data;

namespace StrokeFramework.Host.Tests.Data;

public sealed class NiftiWriteTests : IDisposable
{
    // Bytes of dim, pixdim with qfac, units, and from qform_code to srow_z: all that says where the grid lies.
    private static readonly Range[] GeometryBytes = [40..56, 76..108, 123..124, 252..328];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false, "out.nii")]
    [InlineData(true, "out.nii")]
    [InlineData(false, "out.nii.gz")]
    [InlineData(true, "out.nii.gz")]
    public void GeometryOfTheTemplate_IsKeptByteForByte(bool bigEndian, string name)
    {
        NiftiHeader template = Template(bigEndian).Header;
        VolumeGeometry grid = Template(bigEndian).Geometry;
        string path = _folder.File(name);
        NiftiFile.Write(path, new Volume<byte>(grid, new byte[] { 0, 1, 2, 3, 4, 5, 6, 255 }), template, "a mask");
        NiftiLabels back = NiftiFile.ReadLabels(path);
        foreach (Range range in GeometryBytes) Assert.Equal(template.Raw[range].ToArray(), back.Header.Raw[range].ToArray());
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 255], back.Volume.Voxels.ToArray());
        Assert.Equal(grid, back.Geometry);
        Assert.Equal("a mask", back.Header.Description);
        Assert.Equal(NiftiDatatype.UInt8, back.Header.Datatype);
        Assert.Equal((1f, 0f, bigEndian), (back.Header.Slope, back.Header.Intercept, back.Header.IsBigEndian));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void FloatVoxels_RoundTripBitForBit(bool bigEndian)
    {
        NiftiImage template = Template(bigEndian);
        float[] values = [0, -0f, float.Epsilon, float.NaN, float.NegativeInfinity, 1e-3f, -123.456f, float.MaxValue];
        string path = _folder.File("image.nii.gz");
        NiftiFile.Write(path, new Volume<float>(template.Geometry, values), template.Header);
        Assert.Equal(values, NiftiFile.Read(path).Volume.Voxels.ToArray());
    }

    [Fact]
    public void TextAndMeaningOfTheTemplate_AreNotCarriedOver()
    {
        NiftiImage template = Template(bigEndian: false);
        string path = _folder.File("out.nii");
        NiftiFile.Write(path, new Volume<byte>(template.Geometry, new byte[8]), template.Header, new string('x', 200));
        byte[] raw = File.ReadAllBytes(path);
        Assert.Equal(352 + 8, raw.Length);
        Assert.DoesNotContain("PATIENT", System.Text.Encoding.Latin1.GetString(raw), StringComparison.Ordinal);
        Assert.Equal(new string('x', 79), NiftiFile.Read(path).Header.Description);
    }

    [Fact]
    public void SameInput_GivesTheSameBytes()
    {
        NiftiImage template = Template(bigEndian: false);
        string a = _folder.File("a.nii.gz"), b = _folder.File("b", "c.nii.gz");
        foreach (string path in new[] { a, b }) NiftiFile.Write(path, new Volume<byte>(template.Geometry, new byte[8]), template.Header);
        Assert.Equal(File.ReadAllBytes(a), File.ReadAllBytes(b));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void WithoutTemplate_MatrixAndQuaternionSayTheSame(int handedness)
    {
        // An oblique grid: 30 degrees about x, then spacing 0.9, 1.2 and 5 mm.
        (double sin, double cos) = Math.SinCos(Math.PI / 6);
        var grid = new VolumeGeometry(new(2, 2, 2), new(new(0.9, 0, 0), new(0, 1.2 * cos, 1.2 * sin), new(0, -5 * handedness * sin, 5 * handedness * cos), new(-80, 4, 12)));
        string path = _folder.File("made.nii");
        NiftiFile.Write(path, new Volume<byte>(grid, new byte[8]));
        NiftiImage image = NiftiFile.Read(path);
        Assert.Empty(image.Warnings);
        Assert.Null(grid.DescribeMismatch(image.Geometry));

        byte[] withoutMatrix = File.ReadAllBytes(path);
        withoutMatrix[254] = 0;
        VolumeGeometry fromQuaternion = NiftiFile.Read(new MemoryStream(withoutMatrix), "q.nii").Geometry;
        Assert.True((fromQuaternion.ToWorld(1, 1, 1) - grid.ToWorld(1, 1, 1)).Length < 1e-4);
        Assert.Equal(1, image.Header.QformCode);
        Assert.Equal(2, image.Header.SpatialUnit);
    }

    [Fact]
    public void ShearedGrid_IsWrittenAsMatrixOnly()
    {
        var grid = new VolumeGeometry(new(2, 2, 2), new(new(1, 0, 0), new(0.5, 1, 0), new(0, 0, 1), default));
        string path = _folder.File("sheared.nii");
        NiftiFile.Write(path, new Volume<byte>(grid, new byte[8]));
        NiftiImage image = NiftiFile.Read(path);
        Assert.Equal(grid, image.Geometry);
        Assert.Equal(0, image.Header.QformCode);
    }

    [Fact]
    public void VolumeOnAnotherGridThanTheTemplate_IsRefused()
    {
        var other = VolumeGeometry.FromSpacing(new(2, 2, 2), new(1, 1, 1));
        string path = _folder.File("no.nii");
        Assert.Throws<ArgumentException>(() => NiftiFile.Write(path, new Volume<byte>(other, new byte[8]), Template(false).Header));
        Assert.False(File.Exists(path));
    }

    [Fact]
    public void Cancellation_LeavesNoFile()
    {
        NiftiImage template = Template(bigEndian: false);
        string path = _folder.File("cancelled", "out.nii.gz");
        Assert.ThrowsAny<OperationCanceledException>(() => NiftiFile.Write(path, new Volume<byte>(template.Geometry, new byte[8]), template.Header, cancellationToken: new(true)));
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    private static NiftiImage Template(bool bigEndian)
    {
        NiftiBytes file = new NiftiBytes(bigEndian).Ramp(2, 2, 2).Dims(4, 2, 2, 2, 1).Pixdim(-1, 2.0000002f, 2, 2.25f, 7.5f)
            .Sform(3, -2, 0.01f, 0, 90.123f, 0, 2, -0.01f, -126, 0, 0, 2.25f, -72).Qform(1, 0.001f, 1, 0.002f, 90.124f, -126, -72)
            .Scale(2, 5).Byte(123, 2 | 8).Int16(68, 1002).Float(124, 900);
        for (int n = 0; n < 7; n++) file.Byte(148 + n, (byte)"PATIENT"[n]).Byte(230 + n, (byte)"PATIENT"[n]).Byte(14 + n, (byte)"PATIENT"[n]);
        return NiftiFile.Read(new MemoryStream(file.ToArray()), "template.nii");
    }
}
