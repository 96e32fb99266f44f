using System.Reflection;
using System.Text.Json;
using StrokeFramework.Host.Plugins;
using StrokeFramework.Manifest;
using StrokeFramework.TestSupport;

namespace StrokeFramework.ClassifierTests;

/// <summary>A stage as a pipeline gets it: loaded from the shelf, with shared runtimes from theirs, configured by JSON.</summary>
internal sealed class ClassifierStage(string id)
{
    private readonly Lazy<(PluginHost Host, StageEntry Entry)> _shelf = new(() => Open(id));

    public IClassifier Create(string settings = "{}")
    {
        var stage = (IClassifier)_shelf.Value.Host.Create(_shelf.Value.Entry);
        stage.Configure(JsonSerializer.Deserialize(settings, stage.SettingsType, ParameterJson.Options)!);
        return stage;
    }

    public IClassifierModel Train(LabelledFeatures examples, string settings = "{}", StageContext? context = null) =>
        Create(settings).Train(examples, context ?? new StageContext());

    public IClassifierModel Load(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return Create().Load(stream);
    }

    public static byte[] Save(IClassifierModel model)
    {
        using var stream = new MemoryStream();
        model.Save(stream);
        return stream.ToArray();
    }

    private static (PluginHost Host, StageEntry Entry) Open(string id)
    {
        string configuration = typeof(ClassifierStage).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "Configuration").Value!;
        string artifacts = Path.Combine(SharedData.RepositoryRoot, "artifacts");
        PluginCatalog catalog = PluginCatalog.Scan(
            [new(Path.Combine(artifacts, "plugins", configuration), "bundled")], RuntimeCatalog.Scan(Path.Combine(artifacts, "runtimes", configuration)));
        return (new PluginHost(catalog), Assert.Single(catalog.FindStage(id)));
    }
}
