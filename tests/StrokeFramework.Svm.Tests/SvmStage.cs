using System.Reflection;
using System.Text.Json;
using StrokeFramework.Host.Plugins;
using StrokeFramework.Manifest;
using StrokeFramework.TestSupport;

namespace StrokeFramework.Svm.Tests;

/// <summary>The stage as a pipeline gets it: loaded from the shelf, with OpenCV from its shared runtime, configured by JSON.</summary>
internal static class SvmStage
{
    private static readonly Lazy<(PluginHost Host, StageEntry Entry)> Shelf = new(Open);

    public static IClassifier Create(string settings = "{}")
    {
        var stage = (IClassifier)Shelf.Value.Host.Create(Shelf.Value.Entry);
        stage.Configure(JsonSerializer.Deserialize(settings, stage.SettingsType, ParameterJson.Options)!);
        return stage;
    }

    public static IClassifierModel Train(LabelledFeatures examples, string settings = "{}", StageContext? context = null) =>
        Create(settings).Train(examples, context ?? new StageContext());

    public static byte[] Save(IClassifierModel model)
    {
        using var stream = new MemoryStream();
        model.Save(stream);
        return stream.ToArray();
    }

    public static IClassifierModel Load(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return Create().Load(stream);
    }

    private static (PluginHost Host, StageEntry Entry) Open()
    {
        string configuration = typeof(SvmStage).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "Configuration").Value!;
        string artifacts = Path.Combine(SharedData.RepositoryRoot, "artifacts");
        PluginCatalog catalog = PluginCatalog.Scan(
            [new(Path.Combine(artifacts, "plugins", configuration), "bundled")], RuntimeCatalog.Scan(Path.Combine(artifacts, "runtimes", configuration)));
        return (new PluginHost(catalog), Assert.Single(catalog.FindStage("svm")));
    }
}
