using StrokeFramework.Host.Data;
using StrokeFramework.TestSupport;

namespace StrokeFramework.Phantom.Tests;

public sealed class TemplateTests
{
    [Fact]
    public void Open_FolderWithoutMaps_NamesTheMissingFile()
    {
        var e = Assert.Throws<DataException>(() => TemplateLibrary.Open(Path.GetTempPath(), null));
        Assert.Contains("scgrey.nii.gz", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_MissingLesionFolder_IsRefused() =>
        Assert.Throws<DataException>(() => TemplateLibrary.Open(null, Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"))));

    [Fact]
    public void Signed_Cube_HasTheDistancesOfACube()
    {
        // A cube of 9 voxels: its middle lies 4.5 mm from the faces, and 3 voxels beyond a face is 2.5 mm away.
        var mask = new byte[21 * 21 * 21];
        var size = new GridSize(21, 21, 21);
        for (int k = 6; k < 15; k++)
        {
            for (int j = 6; j < 15; j++)
            {
                for (int i = 6; i < 15; i++) mask[size.IndexOf(i, j, k)] = 1;
            }
        }

        float[] distance = MaskDistance.Signed(new(VolumeGeometry.FromSpacing(size, new(1, 1, 1)), mask), new VoxelBox(0, 0, 0, 21, 21, 21), 12);
        Assert.Equal(-4.5f, distance[size.IndexOf(10, 10, 10)], 4);
        Assert.Equal(2.5f, distance[size.IndexOf(17, 10, 10)], 4);
        Assert.Equal(-0.5f, distance[size.IndexOf(14, 10, 10)], 4);
    }

    [Fact]
    public void Create_RealAnatomyAndMasks_PutsRealOutlinesIntoABrain()
    {
        var library = TemplateLibrary.Open(SharedData.PathOf("data/template"), SharedData.PathOf("data/template/lesions"));
        Assert.True(library is { HasAnatomy: true, HasMasks: true });
        PhantomStudy study = PhantomGenerator.Create(SmallPhantom.Settings, 3, 0, library, StrokeTypes.AcuteIschemic);
        Assert.StartsWith("mask:", study.Lesions[0].Shape, StringComparison.Ordinal);
        double brain = study.Brain.Span.Count((byte)1) * study.Dwi.Geometry.VoxelVolume / 1000;
        Assert.InRange(brain, 1000, 2200);
        PhantomStudy again = PhantomGenerator.Create(SmallPhantom.Settings, 3, 0, library, StrokeTypes.AcuteIschemic);
        Assert.True(study.Dwi.Span.SequenceEqual(again.Dwi.Span));
    }
}
