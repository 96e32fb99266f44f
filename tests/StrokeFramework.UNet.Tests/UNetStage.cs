using System.Reflection;
using System.Text.Json;
using StrokeFramework.Host.Plugins;
using StrokeFramework.Manifest;
using StrokeFramework.TestSupport;

namespace StrokeFramework.UNet.Tests;

/// <summary>The stage as a pipeline gets it: loaded from the shelf, with libtorch from its own, configured by JSON.</summary>
internal static class UNetStage
{
    /// <summary>A network that learns in seconds.</summary>
    public const string Tiny = """
        { "width": 4, "levels": 3, "maximumWidth": 8, "batch": 4, "patch": 48, "warmUp": 5, "firstStudies": 2, "stepsPerStudy": 3, "poolStudies": 3, "validationStudies": 0, "steps": 8 }
        """;

    private static readonly Lazy<(PluginCatalog Catalog, PluginHost Host)> Shelf = new(Open);

    public static PluginCatalog Catalog => Shelf.Value.Catalog;

    public static PluginHost Host => Shelf.Value.Host;

    public static ILearnedSegmenter Create(string settings = Tiny)
    {
        var stage = (ILearnedSegmenter)Host.Create(Assert.Single(Catalog.FindStage("unet")));
        stage.Configure(JsonSerializer.Deserialize(settings, stage.SettingsType, ParameterJson.Options)!);
        return stage;
    }

    public static byte[] Save(IModel model)
    {
        using var stream = new MemoryStream();
        model.Save(stream);
        return stream.ToArray();
    }

    public static ISegmenterModel Load(byte[] bytes, string settings = Tiny)
    {
        using var stream = new MemoryStream(bytes);
        return Create(settings).Load(stream);
    }

    private static (PluginCatalog Catalog, PluginHost Host) Open()
    {
        string configuration = typeof(UNetStage).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "Configuration").Value!;
        string artifacts = Path.Combine(SharedData.RepositoryRoot, "artifacts");
        PluginCatalog catalog = PluginCatalog.Scan(
            [new(Path.Combine(artifacts, "plugins", configuration), "bundled")], RuntimeCatalog.Scan(Path.Combine(artifacts, "runtimes", configuration)));
        return (catalog, new PluginHost(catalog));
    }
}
