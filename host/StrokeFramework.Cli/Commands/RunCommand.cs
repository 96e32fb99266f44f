using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using StrokeFramework.Cli.Output;
using StrokeFramework.Host.Data;
using StrokeFramework.Host.Execution;
using StrokeFramework.Host.Models;
using StrokeFramework.Host.Pipelines;
using StrokeFramework.Host.Plugins;
using StrokeFramework.Host.Runs;

namespace StrokeFramework.Cli.Commands;

/// <summary><c>stroke run PIPELINE --input FILE|FOLDER --out DIR</c>.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var pipeline = new Argument<string>("PIPELINE") { Description = "The pipeline's JSON file." };
        var input = new Option<string>("--input") { Description = "A study's DWI (.nii, .nii.gz, .png), or a folder of studies.", HelpName = "FILE|FOLDER", Required = true };
        var output = new Option<string>("--out") { Description = "The folder for the results.", HelpName = "DIR", Required = true };
        var adc = new Option<string?>("--adc") { Description = "The ADC map of a single study.", HelpName = "FILE" };
        var b0 = new Option<string?>("--b0") { Description = "The b0 image of a single study.", HelpName = "FILE" };
        var truth = new Option<string?>("--truth") { Description = "Experts' lesion masks to compare with, paired by subject and session.", HelpName = "FILE|FOLDER" };
        var model = new Option<string?>("--model") { Description = "The trained model of the pipeline's classifier, written by 'stroke train'.", HelpName = "FILE" };
        var noReport = new Option<bool>("--no-report") { Description = "Write masks and tables only, no report and diagnostics." };
        var locked = new Option<bool>("--locked") { Description = "Run only if everything is as 'stroke lock' wrote it down." };
        var common = new CommonOptions();
        var caching = new CacheOptions();
        var command = new Command("run", "Runs a pipeline over one study or every study of a data set.")
        {
            pipeline, input, output, adc, b0, model, truth, noReport, locked, common.Set, common.Swap, common.Plugins, common.Threads, common.Seed, common.Timeout, common.Verbose,
        };
        caching.AddTo(command);
        command.SetAction((parsed, cancellation) => Boundary.RunAsync(parsed.GetValue(common.Verbose), async () =>
        {
            using IHost host = StrokeHost.Create(common.Scan(parsed), parsed.GetValue(common.Verbose));
            PluginCatalog catalog = host.Services.GetRequiredService<PluginCatalog>();
            PipelineOverrides overrides = common.Overrides(parsed);
            PipelinePlan plan = PipelinePlanner.Plan(parsed.GetValue(pipeline)!, catalog, overrides);
            if (parsed.GetValue(locked)) LockCommand.Check(plan, catalog, overrides, parsed.GetValue(model));
            DataSet data = DataSet.Open(parsed.GetValue(input)!, parsed.GetValue(adc), parsed.GetValue(b0));
            TruthSet? masks = parsed.GetValue(truth) is { } path ? TruthSet.Open(path) : null;
            TruthPairing? pairing = masks?.PairWith(data.Studies);
            string folder = parsed.GetValue(output)!;
            OutputFolder.Check(folder);
            using CacheSession session = caching.Open(parsed, parsed.GetValue(common.Verbose));
            ExecutionOptions execution = common.Execution(parsed) with { Cache = session.Cache };
            Task<LoadedStudy>? first = BatchRunner.ReadAhead(data.Studies[0], execution, cancellation);
            PreparedPipeline prepared;
            try
            {
                prepared = ModelBinder.Prepare(plan, host.Services.GetRequiredService<PluginHost>(), parsed.GetValue(model));
            }
            catch when (first is not null)
            {
                // Not before the reading is over, which uses the cache; what it says matters no more.
                await Task.WhenAny(first).ConfigureAwait(false);
                throw;
            }

            var request = new RunRequest
            {
                Pipeline = prepared,
                Studies = data.Studies,
                FirstStudy = first,
                OutputFolder = folder,
                Truth = pairing,
                WriteReport = !parsed.GetValue(noReport),
                ProgramVersion = ProgramVersion.Text,
                Execution = execution,
            };
            var console = host.Services.GetRequiredService<RunConsole>();
            console.Warn([.. plan.Migrations.Select(m => m.Format(plan.Definition.File)), .. data.Warnings, .. masks?.Warnings ?? [], .. pairing?.Warnings ?? []]);
            return await console.RunAsync(request, cancellation).ConfigureAwait(false);
        }));
        return command;
    }
}
