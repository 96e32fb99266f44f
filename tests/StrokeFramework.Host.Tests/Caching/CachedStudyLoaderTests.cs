using StrokeFramework.Host.Caching;
using StrokeFramework.Host.Data;
using StrokeFramework.Host.Execution;
using StrokeFramework.Host.Tests.Data;

namespace StrokeFramework.Host.Tests.Caching;

public sealed class CachedStudyLoaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Load_ASecondTime_SaysTheSameOfTheStudy()
    {
        StudySource source = Write("first", 1);
        LoadedStudy plain = StudyLoader.Load(source);
        _ = Load(source);
        LoadedStudy known = Load(source);

        Assert.Equal(plain.Input.Hash, known.Input.Hash);
        Assert.Equal(plain.Input.Traits, known.Input.Traits);
        Assert.Equal(plain.Input.Geometry, known.Input.Geometry);
        Assert.Equal(plain.InputHashes, known.InputHashes);
        Assert.Equal(plain.Warnings, known.Warnings);
        Assert.Equal(plain.Notes, known.Notes);
        Assert.NotEmpty(known.Notes);
        Assert.Equal(plain.Header!.Raw.ToArray(), known.Header!.Raw.ToArray());
        Assert.Equal(plain.Header.Extensions.ToArray(), known.Header.Extensions.ToArray());
        Assert.Equal(plain.Input.Hash, ContentHash.Of(known.Study));
    }

    [Fact]
    public void Load_OfTheSameFilesElsewhere_NamesThePlaceWhereTheyAre()
    {
        _ = Load(Write("first", 1));
        StudySource moved = Write("second", 1);
        int entries = Entries();
        LoadedStudy known = Load(moved);

        Assert.Equal(entries, Entries());
        Assert.Equal(StudyLoader.Load(moved).Notes, known.Notes);
        Assert.Contains("second", known.Notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Load_OfChangedFiles_ReadsThem()
    {
        string first = Load(Write("first", 1)).Input.Hash;
        Assert.NotEqual(first, Load(Write("first", 2)).Input.Hash);
    }

    [Fact]
    public void Study_WhoseFilesChangedMeanwhile_IsRefused()
    {
        StudySource source = Write("first", 1);
        _ = Load(source);
        LoadedStudy known = Load(source);
        Write("first", 2);

        Assert.Contains("changed while they were being worked on", Assert.Throws<DataException>(() => known.Study).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_OfAnAbsentFile_SaysTheSameAsWithoutACache()
    {
        var source = new StudySource("a", null, Path.Combine(_folder.Path, "none.nii"));
        Assert.Equal(Assert.Throws<DataException>(() => StudyLoader.Load(source)).Message, Assert.Throws<DataException>(() => Load(source)).Message);
    }

    private int Entries() => Directory.GetFiles(Path.Combine(_folder.Path, "cache", "entries"), "*", SearchOption.AllDirectories).Length;

    private LoadedStudy Load(StudySource source)
    {
        using ResultCache cache = ResultCache.Open(new() { Folder = Path.Combine(_folder.Path, "cache") })!;
        return CachedStudyLoader.Load(source, cache, CancellationToken.None);
    }

    private StudySource Write(string place, float scale)
    {
        VolumeGeometry grid = VolumeGeometry.FromSpacing(new(8, 8, 4), new(2, 2, 5));
        float[] dwi = [.. Enumerable.Range(0, 256).Select(n => scale * (100 + n))], adc = [.. Enumerable.Repeat(800f, 256)];
        string file = _folder.File(place, "sub-a_dwi.nii.gz"), map = _folder.File(place, "sub-a_adc.nii.gz");
        NiftiFile.Write(file, new Volume<float>(grid, dwi));
        NiftiFile.Write(map, new Volume<float>(grid, adc));
        _folder.Write("""{ "DiffusionBValue": 1000 }""", place, "sub-a_dwi.json");
        return new("a", null, file, map);
    }
}
