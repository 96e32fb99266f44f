using StrokeFramework.Host.Data;
using StrokeFramework.TestSupport;

namespace StrokeFramework.Host.Tests.Data;

/// <summary>Figures are those of the shared data's own description.</summary>
public sealed class NiftiRealCaseTests
{
    [Theory]
    [InlineData("0003", 72, 0, 1118)]
    [InlineData("0004", 72, -12, 1871)]
    [InlineData("0009", 73, -6, 1619)]
    public void Dwi_HasTheDescribedGridAndRange(string number, int slices, int low, int high)
    {
        NiftiImage image = NiftiFile.Read(Image(number, "dwi"));
        Assert.Equal(new GridSize(112, 112, slices), image.Volume.Size);
        Assert.Equal(NiftiDatatype.Float64, image.Header.Datatype);
        Assert.Equal((low, high), ((int)Math.Round(image.Volume.Voxels.ToArray().Min()), (int)Math.Round(image.Volume.Voxels.ToArray().Max())));
        foreach (int axis in new[] { 0, 1, 2 }) Assert.Equal(2, image.Geometry.Spacing[axis], 2);
        Assert.True(image.Geometry.IndexToWorld.ColumnI.X < 0, "stored from right to left");
        Assert.Empty(image.Warnings);
    }

    [Theory]
    [InlineData("0003", 31.0)]
    [InlineData("0004", 2.25)]
    [InlineData("0009", 4.18)]
    public void Mask_HasTheDescribedVolume_AndItsGeometryRoundTripsByteForByte(string number, double millilitres)
    {
        string path = SharedData.PathOf($"data/isles22/derivatives/sub-strokecase{number}/ses-0001/sub-strokecase{number}_ses-0001_msk.nii.gz");
        NiftiLabels mask = NiftiFile.ReadLabels(path);
        double volume = mask.Volume.Voxels.ToArray().Sum(v => v) * mask.Geometry.VoxelVolume / 1000;
        Assert.Equal(millilitres, volume, 0.05);

        NiftiHeader dwi = NiftiFile.Read(Image(number, "dwi")).Header;
        using var folder = new TemporaryFolder();
        string written = folder.File("mask.nii.gz");
        NiftiFile.Write(written, mask.Volume, dwi);
        NiftiLabels back = NiftiFile.ReadLabels(written);
        Assert.Equal(mask.Volume.Voxels.ToArray(), back.Volume.Voxels.ToArray());
        foreach (Range range in new[] { 40..56, 76..108, 123..124, 252..328 })
            Assert.Equal(dwi.Raw[range].ToArray(), back.Header.Raw[range].ToArray());
    }

    [Fact]
    public void RealFileCutInHalf_IsRefusedByName()
    {
        byte[] whole = File.ReadAllBytes(Image("0003", "dwi"));
        using var folder = new TemporaryFolder();
        string half = folder.Write(whole[..(whole.Length / 2)], "half.nii.gz");
        DataException e = Assert.Throws<DataException>(() => NiftiFile.Read(half));
        Assert.StartsWith($"'{half}' is truncated: it ends after ", e.Message, StringComparison.Ordinal);
    }

    private static string Image(string number, string suffix) =>
        SharedData.PathOf($"data/isles22/rawdata/sub-strokecase{number}/ses-0001/dwi/sub-strokecase{number}_ses-0001_{suffix}.nii.gz");
}
