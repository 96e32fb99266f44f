using System.Security.Cryptography;
using StrokeFramework.Host.Data;
using StrokeFramework.TestSupport;

namespace StrokeFramework.Host.Tests.Data;

public sealed class StudyLoaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("0003", "mm²/s", 1000.0, 78.0)]
    [InlineData("0004", "10⁻³ mm²/s", null, null)]
    [InlineData("0009", "10⁻³ mm²/s", 1000.0, 55.0)]
    public void IslesCase_HasItsAdcInSquareMillimetresPerSecond(string number, string unit, double? b, double? echo)
    {
        StudySource source = DataSet.Open(SharedData.PathOf($"data/isles22/rawdata/sub-strokecase{number}")).Studies[0];
        LoadedStudy loaded = StudyLoader.Load(source);
        float[] brain = [.. loaded.Study.Adc!.Voxels.ToArray().Where(v => v > 0)];
        Array.Sort(brain);
        Assert.InRange(brain[brain.Length / 2], 0.5e-3f, 1.2e-3f);
        Assert.Contains($"is in {unit} (", loaded.Notes[^1], StringComparison.Ordinal);
        Assert.Empty(loaded.Warnings);
        Assert.Equal(StudyTraits.Adc, loaded.Study.Traits);
        if (b is not null) Assert.InRange(loaded.Study.Acquisition.BValue!.Value, 800, 1000);
        else Assert.Null(loaded.Study.Acquisition.BValue);
        Assert.Equal(echo, loaded.Study.Acquisition.EchoTime);
        Assert.Null(loaded.Study.Acquisition.BitsStored);
        Assert.Equal(112, loaded.Header!.Size.I);
    }

    [Fact]
    public void Hashes_AreThoseOfEveryFileRead()
    {
        LoadedStudy loaded = StudyLoader.Load(DataSet.Open(SharedData.PathOf("data/isles22/rawdata/sub-strokecase0003")).Studies[0]);
        Assert.Equal(3, loaded.InputHashes.Count);
        foreach ((string path, string hash) in loaded.InputHashes)
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))), hash);
    }

    [Fact]
    public void NormalBrain_IsInMillionths_WithSkullAndAirAround()
    {
        LoadedStudy loaded = StudyLoader.Load(DataSet.Open(SharedData.PathOf("data/normal-dwi")).Studies[0]);
        Assert.Contains(loaded.Notes, n => n.Contains("is in 10⁻⁶ mm²/s", StringComparison.Ordinal));
        Assert.Equal(StudyTraits.Adc | StudyTraits.B0, loaded.Study.Traits);
    }

    [Theory]
    [InlineData(800, 1e-6)]
    [InlineData(0.8, 1e-3)]
    [InlineData(0.0008, 1)]
    public void AdcUnit_IsToldByTheMedian(float median, double factor)
    {
        LoadedStudy loaded = StudyLoader.Load(Files(adc: median));
        Assert.Equal((float)(median * factor), loaded.Study.Adc!.Span[5]);
        Assert.Single(loaded.Notes);
        Assert.Empty(loaded.Warnings);
    }

    [Theory]
    [InlineData(0.05f)]
    [InlineData(30f)]
    [InlineData(8000f)]
    [InlineData(0.08e-3f)]
    public void AdcThatNoUnitMakesPlausible_IsRefused(float median)
    {
        DataException e = Assert.Throws<DataException>(() => StudyLoader.Load(Files(adc: median)));
        Assert.Contains("adc.nii' cannot be an ADC map", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AdcSomewhatOffNormal_IsUsedWithAWarning() =>
        Assert.Contains("unusual median of 1.60·10⁻³ mm²/s", Assert.Single(StudyLoader.Load(Files(adc: 1.6f)).Warnings), StringComparison.Ordinal);

    [Fact]
    public void AdcWithoutPositiveValues_IsRefused() =>
        Assert.Contains("has no positive value in the brain", Assert.Throws<DataException>(() => StudyLoader.Load(Files(adc: -1))).Message, StringComparison.Ordinal);

    [Fact]
    public void AirAroundTheBrain_DoesNotDecideTheUnit()
    {
        // Three voxels in four are air: no signal on the DWI and any value on the map.
        StudySource source = Files(adc: 0.8f);
        WriteFloats(source.Dwi, n => n % 4 == 0 ? 500 : 10, 0);
        WriteFloats(source.Adc!, n => n % 4 == 0 ? 0.8f : 900, 0);
        Assert.Contains("is in 10⁻³ mm²/s", Assert.Single(StudyLoader.Load(source).Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void PartnerOnAnotherGrid_IsRefusedNamingBothFiles()
    {
        StudySource source = Files(adc: 0.8f);
        WriteFloats(source.Adc!, _ => 0.8f, shift: 5);
        DataException e = Assert.Throws<DataException>(() => StudyLoader.Load(source));
        Assert.Equal($"The ADC map '{source.Adc}' does not lie on the grid of the DWI '{source.Dwi}': the grids have the same size (4x4x4) but their corners lie up to 5 mm apart. Resample it onto the DWI's grid or leave it out.", e.Message);

        DataException b0 = Assert.Throws<DataException>(() => StudyLoader.Load(source with { B0 = source.Adc, Adc = null }));
        Assert.StartsWith("The b0 image '", b0.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"DiffusionBValue\": 800, \"EchoTime\": 0.078, \"BitsStored\": 12}", 800.0, 78.0, 12)]
    [InlineData("{\"EchoTime\": 78.0, }", null, 78.0, null)]
    [InlineData("{\"DiffusionBValue\": null}", null, null, null)]
    [InlineData("{}", null, null, null)]
    public void Acquisition_ComesFromTheSidecar(string json, double? b, double? echo, int? bits)
    {
        StudySource source = Files(adc: 0.8f);
        _folder.Write(json, "dwi.json");
        _folder.Write("{\"DiffusionBValue\": 5, \"EchoTime\": 0.005}", "adc.json");
        LoadedStudy loaded = StudyLoader.Load(source);
        Acquisition acquisition = loaded.Study.Acquisition;
        Assert.Equal((b, bits), (acquisition.BValue, acquisition.BitsStored));
        Assert.Equal(echo ?? -1, acquisition.EchoTime ?? -1, 9);
        Assert.Empty(loaded.Warnings);
    }

    [Theory]
    [InlineData("{\"DiffusionBValue\": \"many\"}", "gives DiffusionBValue as \"many\", which cannot be used")]
    [InlineData("{\"DiffusionBValue\": [0, 1000]}", "gives DiffusionBValue as [0, 1000], which cannot be used")]
    [InlineData("{\"EchoTime\": -1}", "gives EchoTime as -1, which cannot be used")]
    [InlineData("{\"EchoTime\": ", "is not valid JSON (line 1)")]
    [InlineData("[]", "does not hold a JSON object")]
    public void SidecarThatCannotBeUsed_IsWarnedOf(string json, string because)
    {
        StudySource source = Files(adc: 0.8f);
        _folder.Write(json, "dwi.json");
        Assert.Contains(because, Assert.Single(StudyLoader.Load(source).Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Picture_IsAStudyOfOneSlice_WithItsBitDepth()
    {
        string path = _folder.Write(PngBytes.File(PngBytes.Header(2, 1, 16, 0), PngBytes.Pixels([0, 1, 0, 2, 0])), "slice.png");
        LoadedStudy loaded = StudyLoader.Load(DataSet.Open(path).Studies[0]);
        Assert.Equal([256f, 512], loaded.Study.Dwi.Voxels.ToArray());
        Assert.Equal(16, loaded.Study.Acquisition.BitsStored);
        Assert.Null(loaded.Header);
        Assert.Single(loaded.Warnings);
        Assert.Single(loaded.InputHashes);
    }

    [Fact]
    public void FileCutInHalf_IsNamed()
    {
        StudySource source = Files(adc: 0.8f);
        byte[] whole = File.ReadAllBytes(source.Dwi);
        File.WriteAllBytes(source.Dwi, whole[..(whole.Length / 2)]);
        Assert.StartsWith($"'{source.Dwi}' is truncated", Assert.Throws<DataException>(() => StudyLoader.Load(source)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Truth_IsBinaryOnTheStudysGrid()
    {
        StudySource source = Files(adc: 0.8f);
        VolumeGeometry grid = StudyLoader.Load(source).Study.Geometry;
        string mask = _folder.File("mask.nii");
        WriteFloats(mask, n => n % 3, 0);
        LoadedTruth truth = TruthLoader.Load(new("x", null, mask), grid);
        Assert.Equal(Enumerable.Range(0, 64).Select(n => n % 3 == 0 ? (byte)0 : (byte)1), truth.Mask.Voxels.ToArray());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(mask))), truth.Sha256);

        WriteFloats(mask, n => n % 3, shift: 2);
        Assert.Contains("does not lie on the grid of its study", Assert.Throws<DataException>(() => TruthLoader.Load(new("x", null, mask), grid)).Message, StringComparison.Ordinal);
    }

    private StudySource Files(float adc)
    {
        (string dwi, string map) = (_folder.File("dwi.nii"), _folder.File("adc.nii"));
        WriteFloats(dwi, n => 100 + n, 0);
        WriteFloats(map, _ => adc, 0);
        return new("x", null, dwi, map);
    }

    private static void WriteFloats(string path, Func<int, float> value, float shift) =>
        File.WriteAllBytes(path, new NiftiBytes().Dims(3, 4, 4, 4).Type(16, 32).Sform(1, 1, 0, 0, shift, 0, 1, 0, 0, 0, 0, 1, 0)
            .Voxels(Enumerable.Range(0, 64).Select(n => BitConverter.GetBytes(value(n)).Reverse().ToArray())).ToArray());
}
