using System.ComponentModel.Composition;
using System.ComponentModel.Composition.Hosting;
using System.ComponentModel.Composition.Primitives;
using McMaster.NETCore.Plugins;

namespace StrokeFramework.Host.Plugins;

/// <summary>A plugin whose assembly is loaded. Each call makes a new instance of a stage.</summary>
internal sealed class LoadedPlugin
{
    private readonly CompositionContainer _container;

    // Kept alive with this object: a loader that is collected takes its load context with it.
    private readonly PluginLoader _loader;

    public LoadedPlugin(PluginEntry entry, PluginLoader loader, CompositionContainer container) =>
        (Entry, _loader, _container) = (entry, loader, container);

    public PluginEntry Entry { get; }

    public IStage Create(string stageId)
    {
        // CreationPolicy.NonShared: every node gets its own instance, whatever the part says of itself.
        var import = new ContractBasedImportDefinition(
            AttributedModelServices.GetContractName(typeof(IStage)),
            AttributedModelServices.GetTypeIdentity(typeof(IStage)),
            requiredMetadata: null,
            ImportCardinality.ZeroOrMore,
            isRecomposable: false,
            isPrerequisite: false,
            CreationPolicy.NonShared);
        Export export = _container.GetExports(import).FirstOrDefault(e => e.Metadata.TryGetValue(nameof(StageAttribute.Id), out object? id) && id is string text && text == stageId)
            ?? throw new PluginException(new PluginProblem(
                "SF2012",
                $"{Entry.Name} says that it has the stage '{stageId}', but its assembly does not.",
                "Rebuild or reinstall the plugin."));
        GC.KeepAlive(_loader);
        return (IStage)export.Value!;
    }
}
