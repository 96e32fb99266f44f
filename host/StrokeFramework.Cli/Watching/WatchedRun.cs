using StrokeFramework.Cli.Output;
using StrokeFramework.Host.Data;
using StrokeFramework.Host.Pipelines;
using StrokeFramework.Host.Plugins;
using StrokeFramework.Host.Runs;

namespace StrokeFramework.Cli.Watching;

/// <summary>One run of a watch, in the process that was started for it.</summary>
internal static class WatchedRun
{
    /// <summary>Runs the request and, when it succeeds, puts its results in place.</summary>
    /// <param name="request">What to run; it writes to the folder of the run under way.</param>
    /// <param name="places">Where the results lie.</param>
    /// <param name="cancellation">The user's wish to stop.</param>
    public static async Task<int> RunAsync(RunRequest request, WatchPlaces places, CancellationToken cancellation)
    {
        places.BeginRun();
        IReadOnlyList<StudyOutcome> outcomes = await BatchRunner.RunAsync(request, progress: null, finished: null, cancellation).ConfigureAwait(false);
        StudyOutcome outcome = outcomes[0];
        WatchConsole.Ran(outcome, request.Execution.Cache?.Journal);
        if (outcome.Error is not null) return ExitCodes.StudyFailed;
        places.EndRun();
        Console.Out.WriteLine($"Results: {Path.Combine(places.Output, Path.GetRelativePath(request.OutputFolder, outcome.Folder!), request.WriteReport ? "report.html" : "")}");
        return ExitCodes.Success;
    }

    /// <summary>The one study to run.</summary>
    /// <exception cref="RequestException">There are several.</exception>
    public static DataSet OneStudy(string input, string? adc, string? b0)
    {
        DataSet data = DataSet.Open(input, adc, b0);
        return data.Studies.Count == 1 ? data : throw new RequestException($"'{input}' holds {data.Studies.Count} studies, and watch reruns one. Give the DWI of one by --input.");
    }

    /// <summary>Plans the graph on the plugin under development.</summary>
    /// <exception cref="RequestException">No node uses it.</exception>
    public static PipelinePlan Plan(string pipeline, PluginCatalog catalog, PipelineOverrides overrides)
    {
        PipelinePlan plan = PipelinePlanner.Plan(pipeline, catalog, overrides);
        if (plan.Nodes.Any(n => n.Stage.Plugin.Shelf.ComesFirst)) return plan;
        PluginEntry plugin = catalog.Plugins.First(p => p.Shelf.ComesFirst);
        string stage = plugin.Manifest?.Stages is [var first, ..] ? first.Id : "its-stage";
        throw new RequestException($"No node of '{pipeline}' uses {plugin.Name}, the plugin that is watched. Write \"use\": \"{stage}@^{plugin.Version?.Major ?? 1}.{plugin.Version?.Minor ?? 0}\" in one, or give --swap NODE={stage}.");
    }
}
