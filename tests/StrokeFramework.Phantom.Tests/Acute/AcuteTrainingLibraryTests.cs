using StrokeFramework.Host.Data;
using StrokeFramework.TestSupport;

namespace StrokeFramework.Phantom.Tests;

public sealed class AcuteTrainingLibraryTests
{
    [Fact]
    public void Load_MissingFolder_IsRefusedByName()
    {
        string folder = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));
        var e = Assert.Throws<DataException>(() => AcuteTrainingLibrary.Load(folder));
        Assert.Contains(folder, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_FolderWithoutMaps_NamesTheMissingFile()
    {
        string folder = Directory.CreateTempSubdirectory("acute-library-").FullName;
        var e = Assert.Throws<DataException>(() => AcuteTrainingLibrary.Load(folder));
        Assert.Contains("scgrey.nii.gz", e.Message, StringComparison.Ordinal);
        Directory.Delete(folder);
    }

    [Fact]
    public void Load_FolderWithoutTheSharpBrain_NamesIt()
    {
        string template = SharedData.PathOf("data/template"), folder = Directory.CreateTempSubdirectory("acute-library-").FullName;
        foreach (string map in (string[])["scgrey", "scwhite", "sccsf"])
            File.Copy(Path.Combine(template, map + ".nii.gz"), Path.Combine(folder, map + ".nii.gz"));
        var e = Assert.Throws<DataException>(() => AcuteTrainingLibrary.Load(folder, Path.Combine(template, "lesions")));
        Assert.Contains("ch2bet.nii.gz", e.Message, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }
}
