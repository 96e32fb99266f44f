using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using StrokeFramework.Cli.Output;
using StrokeFramework.Host.Comparison;
using StrokeFramework.Host.Evaluation;
using StrokeFramework.Host.Execution;
using StrokeFramework.Host.Plugins;
using StrokeFramework.Host.Training;

namespace StrokeFramework.Cli.Commands;

/// <summary><c>stroke compare PIPELINE… --data DIR --out DIR --swap node=a,b,c</c>.</summary>
internal static class CompareCommand
{
    private const int UsualFolds = 5;

    public static Command Create()
    {
        var pipelines = new Argument<string[]>("PIPELINE") { Description = "The pipelines' JSON files; the first is what the others are compared with.", Arity = ArgumentArity.OneOrMore };
        var data = new Option<string>("--data") { Description = "A data set with truth masks and, for classifiers, participants.tsv.", HelpName = "DIR", Required = true };
        var output = new Option<string>("--out") { Description = "The folder for tables, figures and report.", HelpName = "DIR", Required = true };
        var swap = new Option<string[]>("--swap")
        {
            Description = "Stages to try in a node: node=stage,stage@range,…; given for several nodes, every combination is tried.",
            HelpName = "NODE=STAGE,STAGE,…",
            AllowMultipleArgumentsPerToken = false,
        };
        var folds = new Option<int?>("--folds") { Description = $"Cross-validate classifiers with K folds of patients, the same for all; {UsualFolds} when not given.", HelpName = "K" };
        Option<LesionSource[]> lesions = LesionOption.CreateForSeveral();
        var show = new Option<string[]>("--show") { Description = "A study to show as images, instead of a choice by its truth; may be given several times.", HelpName = "STUDY", AllowMultipleArgumentsPerToken = false };
        var common = new CommonOptions();
        var caching = new CacheOptions();
        var command = new Command("compare", "Runs pipelines that differ over the same studies and folds, with paired differences and one report.")
        {
            pipelines, data, output, swap, folds, lesions, show, common.Set, common.Plugins, common.Threads, common.Seed, common.Timeout, common.Verbose,
        };
        caching.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(folds) is < 2 or > 100) result.AddError("--folds should be from 2 to 100.");
        });
        command.SetAction((parsed, cancellation) => Boundary.RunAsync(parsed.GetValue(common.Verbose), async () =>
        {
            string folder = parsed.GetValue(output)!;
            int count = parsed.GetValue(folds) ?? UsualFolds;
            using IHost host = StrokeHost.Create(common.Scan(parsed), parsed.GetValue(common.Verbose));
            var request = new ComparisonRequest { Pipelines = parsed.GetValue(pipelines)!, Swaps = parsed.GetValue(swap) ?? [], Sets = parsed.GetValue(common.Set) ?? [], Seed = parsed.GetValue(common.Seed) };
            PreparedComparison comparison = PreparedComparison.Prepare(ComparisonPlanner.Plan(request, host.Services.GetRequiredService<PluginCatalog>()), host.Services.GetRequiredService<PluginHost>());
            bool classifies = comparison.Classifiers.Count > 0;
            TrainingData set = TrainingData.Open(parsed.GetValue(data)!, needClasses: classifies);
            if (classifies) _ = Folds.Split(set.Studies.DistinctBy(s => s.Subject).ToDictionary(s => s.Subject, s => set.StrokeTypes[s.Subject], StringComparer.Ordinal), count, comparison.Seed);
            OutputFolder.Check(folder);
            using CacheSession session = caching.Open(parsed, parsed.GetValue(common.Verbose));
            ExecutionOptions execution = common.Execution(parsed) with { Cache = session.Cache };
            PictureChooser pictures = PictureChooser.Choose(comparison, set, parsed.GetValue(show) ?? [], execution, cancellation);

            IReadOnlyList<ComparisonPass> passes = ComparisonEvaluator.Passes(comparison, parsed.GetValue(lesions)!);
            Console.Error.WriteLine($"Comparing {string.Join(", ", comparison.Variants.Select(v => v.Name))} on {set.Studies.Count} studies.");
            var console = host.Services.GetRequiredService<ExampleConsole>();
            ComparisonResult result = await RunAsync(console, comparison, set, passes, pictures, count, execution, cancellation).ConfigureAwait(false);
            ComparisonConsole.Write(folder, result with { Ceiling = OracleFile.Read(set.Root) ?? "" });
            return console.ExitCode;
        }));
        return command;
    }

    private static async Task<ComparisonResult> RunAsync(
        ExampleConsole console, PreparedComparison comparison, TrainingData set, IReadOnlyList<ComparisonPass> passes, PictureChooser pictures, int folds, ExecutionOptions execution, CancellationToken cancellation)
    {
        List<(ComparisonPass, IReadOnlyList<StudyExample>)> collected = [];
        TrainingData left = set;
        foreach (ComparisonPass pass in passes)
        {
            IReadOnlyList<StudyExample> examples = await console.CollectAsync(
                pass.Pipeline, left, pass.Lesions, execution, cancellation, pictures.Inspect(pass)).ConfigureAwait(false);
            collected.Add((pass, examples));
            // A study that failed once is out for all variants, so the other passes need not try it.
            left = left.Only([.. examples.Select(e => e.Source)]);
        }

        ComparisonResult result = ComparisonEvaluator.Evaluate(comparison, set, collected, folds, execution, cancellation);
        return result with
        {
            Pictures = pictures.PicturesFor(result),
            Notes = [.. console.Failures.Select(f => $"{f.Study} is left out of all variants: {f.Error}"), .. result.Notes],
        };
    }
}
