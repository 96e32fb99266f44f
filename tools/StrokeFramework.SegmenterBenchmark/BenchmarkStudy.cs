using System.Text.Json;
using StrokeFramework.Host.Plugins;
using StrokeFramework.Manifest;
using StrokeFramework.Phantom;

namespace StrokeFramework.SegmenterBenchmark;

/// <summary>The study that segmenters are timed on: a phantom with an acute infarct, as it reaches a segmenter.</summary>
internal static class BenchmarkStudy
{
    private const long Seed = 2020;

    private static readonly string[] Before = ["normalization", "background-removal", "power-law"];

    /// <summary>Makes it and runs the stages that come before a segmenter, with their defaults.</summary>
    /// <exception cref="PluginException">A plugin cannot be loaded.</exception>
    /// <exception cref="InvalidOperationException">One of those stages is on no shelf.</exception>
    public static DiffusionStudy Make(PluginCatalog catalog, PluginHost host, StageContext context)
    {
        DiffusionStudy study = PhantomGenerator.Create(new PhantomSettings(), Seed, 0, strokeType: StrokeTypes.AcuteIschemic).ToDiffusionStudy();
        foreach (string id in Before)
        {
            if (catalog.FindStage(id) is not [var entry, ..]) throw new InvalidOperationException($"No plugin offers the stage '{id}'. Build the plugins first.");
            var stage = (IPreprocessor)host.Create(entry);
            stage.Configure(JsonSerializer.Deserialize("{}", stage.SettingsType, ParameterJson.Options)!);
            study = stage.Process(study, context);
        }

        return study;
    }
}
