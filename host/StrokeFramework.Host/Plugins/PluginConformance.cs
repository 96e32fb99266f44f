using System.Text;
using StrokeFramework.Conformance;
using StrokeFramework.Host.Packages;
using StrokeFramework.Host.Pipelines;
using StrokeFramework.Manifest;

namespace StrokeFramework.Host.Plugins;

/// <summary>Hands the stages of plugins to the conformance checks, loaded and refused as a pipeline would.</summary>
public static class PluginConformance
{
    /// <summary>The stages of a built plugin that stands on no shelf.</summary>
    /// <param name="folder">The plugin's folder, or its project's.</param>
    /// <param name="runtimes">The shared runtimes that it may need.</param>
    /// <exception cref="PluginException">There is no plugin, or it cannot be used; the message says all that is wrong.</exception>
    public static IReadOnlyList<StageEntry> StagesOf(string folder, RuntimeCatalog runtimes)
    {
        string built = Path.GetFullPath(PluginFolder.Find(folder));
        PluginManifest manifest;
        try
        {
            manifest = ManifestReader.ReadPlugin(built);
        }
        catch (ManifestException e)
        {
            throw new PluginException(new PluginProblem("SF2010", e.Message, "Rebuild the plugin."), e);
        }

        var entry = new PluginEntry(built, new ShelfFolder(Path.GetDirectoryName(built)!, folder), manifest, PluginChecks.CheckManifest(manifest, built, runtimes));
        return [.. manifest.Stages.Select(s => new StageEntry(entry, s))];
    }

    /// <summary>A stage as the checks want it. Loads its plugin.</summary>
    /// <exception cref="PluginException">The plugin cannot be used or loaded, or the stage cannot be made; the message says all that is wrong.</exception>
    public static StageSubject SubjectOf(StageEntry stage, PluginHost host)
    {
        ArgumentNullException.ThrowIfNull(stage);
        ArgumentNullException.ThrowIfNull(host);
        if (stage.Plugin.Problems is { Count: > 1 } problems) throw new PluginException(string.Join(Environment.NewLine, problems));
        return new(() => host.Create(stage), (name, value) => Refusal(stage, name, value));
    }

    /// <summary>What a pipeline's author is told of a parameter's value, or null when it is taken.</summary>
    private static string? Refusal(StageEntry stage, string name, string value)
    {
        string graph = $$$"""{ "nodes": { "stage": { "use": "{{{stage.Stage.Id}}}", "in": {}, "with": { "{{{name}}}": {{{value}}} } } }, "outputs": {} }""";
        (PipelineDefinition definition, _) = PipelineReader.Parse(Encoding.UTF8.GetBytes(graph), "conformance.json");
        var bag = new DiagnosticBag();
        ParameterChecker.Check(definition.Nodes[0], stage.Stage.Parameters, bag);
        return bag.Count == 0 ? null : bag.Items[0].Message;
    }
}
