using System.CommandLine;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using StrokeFramework.Cli.Output;
using StrokeFramework.Cli.Watching;
using StrokeFramework.Host.Data;
using StrokeFramework.Host.Execution;
using StrokeFramework.Host.Models;
using StrokeFramework.Host.Pipelines;
using StrokeFramework.Host.Plugins;
using StrokeFramework.Host.Runs;

namespace StrokeFramework.Cli.Commands;

/// <summary><c>stroke plugins watch DIR PIPELINE --input FILE</c>.</summary>
internal static class WatchCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "The folder of the plugin's project, or the one above it that a template makes." };
        var pipeline = new Argument<string>("PIPELINE") { Description = "A pipeline that uses the plugin." };
        var input = new Option<string>("--input") { Description = "A study's DWI (.nii, .nii.gz, .png).", HelpName = "FILE", Required = true };
        var output = new Option<string?>("--out") { Description = "The folder for the results, which each run replaces; else bin/watch in the project.", HelpName = "DIR" };
        var adc = new Option<string?>("--adc") { Description = "The ADC map of the study.", HelpName = "FILE" };
        var b0 = new Option<string?>("--b0") { Description = "The b0 image of the study.", HelpName = "FILE" };
        var truth = new Option<string?>("--truth") { Description = "The expert's lesion mask to compare with, or a folder that has it.", HelpName = "FILE|FOLDER" };
        var model = new Option<string?>("--model") { Description = "The trained model of the pipeline's classifier, written by 'stroke train'.", HelpName = "FILE" };
        var noReport = new Option<bool>("--no-report") { Description = "Write masks and tables only, no report and diagnostics." };
        var count = new Option<int?>("--count") { Description = "End after so many builds; else on Ctrl-C.", HelpName = "N" };
        // What the program gives to itself: the shelf of the plugin that is built, to run once and end.
        var built = new Option<string?>("--built") { Hidden = true };
        var common = new CommonOptions();
        var caching = new CacheOptions();
        var command = new Command("watch", "Rebuilds a plugin whenever its source is saved, and reruns a pipeline on one study.")
        {
            folder, pipeline, input, output, adc, b0, model, truth, noReport, count, built, common.Set, common.Swap, common.Plugins, common.Threads, common.Seed, common.Timeout, common.Verbose,
        };
        caching.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(count) is < 1) result.AddError("--count should be 1 or more.");
        });
        command.SetAction((parsed, cancellation) => Boundary.RunAsync(parsed.GetValue(common.Verbose), async () =>
        {
            PluginProject project = PluginProject.Find(parsed.GetValue(folder)!);
            var places = new WatchPlaces(parsed.GetValue(output) ?? project.UsualOutput);
            string graph = Path.GetFullPath(parsed.GetValue(pipeline)!);
            DataSet data = WatchedRun.OneStudy(parsed.GetValue(input)!, parsed.GetValue(adc), parsed.GetValue(b0));
            TruthSet? masks = parsed.GetValue(truth) is { } path ? TruthSet.Open(path) : null;
            if (parsed.GetValue(built) is not { } shelf)
            {
                _ = PipelineReader.Read(parsed.GetValue(pipeline)!);
                using IDisposable claim = places.Claim();
                return await new PluginWatcher(project, graph, places, Again).RunAsync(parsed.GetValue(count), cancellation).ConfigureAwait(false);
            }

            using IHost host = StrokeHost.Create(common.Scan(parsed, underDevelopment: shelf), parsed.GetValue(common.Verbose));
            PipelinePlan plan = WatchedRun.Plan(graph, host.Services.GetRequiredService<PluginCatalog>(), common.Overrides(parsed));
            PreparedPipeline prepared = ModelBinder.Prepare(plan, host.Services.GetRequiredService<PluginHost>(), parsed.GetValue(model));
            // Masks of other patients that lie beside this one's are no mistake here, so the pairing's warnings are left out.
            host.Services.GetRequiredService<RunConsole>().Warn([.. plan.Migrations.Select(m => m.Format(plan.Definition.File)), .. data.Warnings, .. masks?.Warnings ?? []]);
            using CacheSession session = caching.Open(parsed, parsed.GetValue(common.Verbose));
            var request = new RunRequest
            {
                Pipeline = prepared,
                Studies = data.Studies,
                OutputFolder = places.Next,
                Truth = masks?.PairWith(data.Studies),
                WriteReport = !parsed.GetValue(noReport),
                ProgramVersion = ProgramVersion.Text,
                Execution = common.Execution(parsed) with { Cache = session.Cache },
            };
            return await WatchedRun.RunAsync(request, places, cancellation).ConfigureAwait(false);
        }));
        return command;
    }

    /// <summary>This program again, asked the same, to run once with the plugin that stands on a shelf.</summary>
    private static ProcessStartInfo Again(string shelf)
    {
        string[] line = Environment.GetCommandLineArgs();
        bool isHosted = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet";
        return new(Environment.ProcessPath!, [.. isHosted ? line : line[1..], "--built", shelf]);
    }
}
