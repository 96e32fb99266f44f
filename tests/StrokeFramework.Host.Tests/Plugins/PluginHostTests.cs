using System.Runtime.Loader;
using StrokeFramework.Host.Plugins;
using StrokeFramework.TestSupport;

namespace StrokeFramework.Host.Tests.Plugins;

public sealed class PluginHostTests : IDisposable
{
    private readonly TestShelf _shelf = new();

    public void Dispose() => _shelf.Dispose();

    [Fact]
    public void Create_TwoVersionsSideBySide_EachWithItsOwnLibrary()
    {
        _shelf.Add("TableReader1");
        _shelf.Add("TableReader2");
        PluginCatalog catalog = _shelf.Scan();
        var host = new PluginHost(catalog);
        DiffusionStudy study = SmallStudy();

        Dictionary<string, (byte Label, string Library)> seen = [];
        foreach (StageEntry entry in catalog.FindStage("threshold-from-table"))
        {
            var log = new RecordedLog();
            var segmenter = (ISegmenter)host.Create(entry);
            Segmentation result = segmenter.Segment(study, new StageContext { Log = log });
            seen[entry.Plugin.Manifest!.Version] = (result.Labels.Span.ToArray().Max(), Assert.Single(log.Messages));
        }

        Assert.Equal(((byte)1, "CsvHelper 30.0.0.0"), seen["1.0.0"]);
        Assert.Equal(((byte)2, "CsvHelper 33.0.0.0"), seen["2.0.0"]);
        Assert.Equal(34, typeof(CsvHelper.CsvReader).Assembly.GetName().Version!.Major);
    }

    [Fact]
    public void Create_GivesANewInstanceEachTime()
    {
        _shelf.Add("TableReader1");
        PluginCatalog catalog = _shelf.Scan();
        var host = new PluginHost(catalog);
        StageEntry entry = Assert.Single(catalog.FindStage("threshold-from-table"));

        Assert.NotSame(host.Create(entry), host.Create(entry));
    }

    [Fact]
    public void Create_OfAStageThatThrowsInItsConstructor_SaysWhatItSaid_AndHarmsNoOther()
    {
        _shelf.Add("Misbehaving");
        PluginCatalog catalog = _shelf.Scan();
        var host = new PluginHost(catalog);

        var refused = Assert.Throws<PluginException>(() => host.Create(Assert.Single(catalog.FindStage("throws-in-constructor"))));

        Assert.Equal("SF2013", refused.Problem!.Code);
        Assert.Contains("throws-in-constructor", refused.Message, StringComparison.Ordinal);
        Assert.Contains("The licence file of this stage is not there.", refused.Message, StringComparison.Ordinal);
        Assert.NotNull(host.Create(Assert.Single(catalog.FindStage("crashes"))));
    }

    [Fact]
    public void Create_OfAPluginThatLacksADependency_NamesIt()
    {
        string folder = _shelf.Add("Misbehaving");
        File.Delete(Path.Combine(folder, "CsvHelper.dll"));
        TestShelf.EditManifest(folder, m => m["files"]!.AsObject().Remove("CsvHelper.dll"));
        PluginCatalog catalog = _shelf.Scan();

        var refused = Assert.Throws<PluginException>(() => new PluginHost(catalog).Create(Assert.Single(catalog.FindStage("needs-its-library"))));

        Assert.Contains("CsvHelper", refused.Message, StringComparison.Ordinal);
        Assert.Contains(refused.Problem!.Code, new[] { "SF2013", "SF2014" });
    }

    [Fact]
    public void Create_OfAStageThatTheAssemblyLacks_IsRefused()
    {
        string folder = _shelf.Add("TableReader1");
        TestShelf.EditManifest(folder, m => m["stages"]![0]!["id"] = "made-up");
        PluginCatalog catalog = _shelf.Scan();

        var refused = Assert.Throws<PluginException>(() => new PluginHost(catalog).Create(Assert.Single(catalog.FindStage("made-up"))));

        Assert.Equal("SF2012", refused.Problem!.Code);
    }

    [Fact]
    public void Create_OfAnOpenCvStage_TakesTheBindingFromTheSharedRuntime()
    {
        string folder = _shelf.Add("OpenCvBlur");
        Assert.DoesNotContain(Directory.GetFiles(folder), f => f.Contains("OpenCvSharp", StringComparison.Ordinal));
        PluginCatalog catalog = _shelf.Scan();
        var host = new PluginHost(catalog);
        DiffusionStudy study = SmallStudy();

        var blur = (IPreprocessor)host.Create(Assert.Single(catalog.FindStage("opencv-blur")));
        DiffusionStudy blurred = blur.Process(study, new StageContext());

        // The middle of the one bright voxel's neighborhood: the square of the center weight of a Gaussian with sigma 1 over five taps.
        double[] taps = [Math.Exp(-2), Math.Exp(-0.5), 1, Math.Exp(-0.5), Math.Exp(-2)];
        double center = 1 / taps.Sum();
        Assert.Equal(1000 * center * center, blurred.Dwi[4, 4, 1], 1e-2);
        Assert.Single(AssemblyLoadContext.All.SelectMany(c => c.Assemblies), a => a.GetName().Name == "OpenCvSharp");
    }

    private static DiffusionStudy SmallStudy()
    {
        VolumeGeometry grid = VolumeGeometry.FromSpacing(new(9, 9, 3), new(1, 1, 5));
        var voxels = new float[grid.Size.Count];
        voxels[grid.Size.IndexOf(4, 4, 1)] = 1000;
        return new(new Volume<float>(grid, voxels));
    }

    private sealed class RecordedLog : IStageLog
    {
        public List<string> Messages { get; } = [];

        public void Information(string message) => Messages.Add(message);

        public void Warning(string message) => Messages.Add(message);
    }
}
