using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using StrokeFramework.Cli.Output;
using StrokeFramework.Host.Evaluation;
using StrokeFramework.Host.Execution;
using StrokeFramework.Host.Models;
using StrokeFramework.Host.Pipelines;
using StrokeFramework.Host.Plugins;
using StrokeFramework.Host.Training;
using StrokeFramework.Manifest;

namespace StrokeFramework.Cli.Commands;

/// <summary><c>stroke evaluate PIPELINE --data DIR --out DIR</c>.</summary>
internal static class EvaluateCommand
{
    private const int UsualFolds = 5;

    public static Command Create()
    {
        var pipeline = new Argument<string>("PIPELINE") { Description = "The pipeline's JSON file." };
        var data = new Option<string>("--data") { Description = "A data set with truth masks and, for classifiers, participants.tsv.", HelpName = "DIR", Required = true };
        var output = new Option<string>("--out") { Description = "The folder for tables, figures and report.", HelpName = "DIR", Required = true };
        var model = new Option<string?>("--model") { Description = "Judge this trained model instead of cross-validating.", HelpName = "FILE" };
        var folds = new Option<int?>("--folds") { Description = $"Cross-validate with K folds of patients; {UsualFolds} when neither this nor --model is given.", HelpName = "K" };
        var initial = new Option<string?>("--init") { Description = "With --folds, nodes that learn from images are trained in each fold, starting from this model.", HelpName = "MODEL" };
        Option<LesionSource> lesions = LesionOption.Create();
        var common = new CommonOptions();
        var caching = new CacheOptions();
        var command = new Command("evaluate", "Judges a pipeline against the truth: segmentation and, by cross-validation or with a model, stroke types.")
        {
            pipeline, data, output, model, folds, initial, lesions, common.Set, common.Swap, common.Plugins, common.Threads, common.Seed, common.Timeout, common.Verbose,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(folds) is < 2 or > 100) result.AddError("--folds should be from 2 to 100.");
            if (result.GetValue(folds) is not null && result.GetValue(model) is not null) result.AddError("Give --folds or --model, not both.");
            if (result.GetValue(initial) is not null && result.GetValue(folds) is null) result.AddError("--init is for training in folds: give --folds K too.");
        });
        caching.AddTo(command);
        command.SetAction((parsed, cancellation) => Boundary.RunAsync(parsed.GetValue(common.Verbose), async () =>
        {
            string folder = parsed.GetValue(output)!;
            using IHost host = StrokeHost.Create(common.Scan(parsed), parsed.GetValue(common.Verbose));
            PipelinePlan plan = PipelinePlanner.Plan(parsed.GetValue(pipeline)!, host.Services.GetRequiredService<PluginCatalog>(), common.Overrides(parsed));
            PreparedPipeline prepared = PreparedPipeline.Prepare(plan, host.Services.GetRequiredService<PluginHost>());
            string? modelFile = parsed.GetValue(model);
            if (prepared.ImageLearners.Any() && parsed.GetValue(folds) is { } parts)
            {
                OutputFolder.Check(folder);
                var judge = new ImageFolds(prepared, TrainingData.Open(parsed.GetValue(data)!, needClasses: prepared.ImageLearners.Any(n => n.Plan.Stage.Stage.Kind == StageKind.Detector)), host.Services.GetRequiredService<ExampleConsole>(), common.Execution(parsed), parsed.GetValue(initial));
                return await judge.EvaluateAsync(parts, folder, cancellation).ConfigureAwait(false);
            }

            if (parsed.GetValue(initial) is not null) throw new RequestException($"The pipeline '{plan.Definition.Name}' has no node that learns from images, and --init is for those. Leave it out.");
            prepared = modelFile is not null ? ModelBinder.Bind(prepared, modelFile) : ModelBinder.BindImageLearners(prepared, null);
            bool classifies = prepared.Classifiers.Any();
            TrainingData set = TrainingData.Open(parsed.GetValue(data)!, needClasses: classifies);
            OutputFolder.Check(folder);

            using CacheSession session = caching.Open(parsed, parsed.GetValue(common.Verbose));
            ExecutionOptions execution = common.Execution(parsed) with { Cache = session.Cache };
            LesionSource source = parsed.GetValue(lesions);
            var console = host.Services.GetRequiredService<ExampleConsole>();
            IReadOnlyList<StudyExample> examples = await console.CollectAsync(prepared, set, source, execution, cancellation).ConfigureAwait(false);
            int? count = classifies && modelFile is null ? parsed.GetValue(folds) ?? UsualFolds : null;
            foreach ((string node, EvaluationResult result) in PipelineEvaluator.Evaluate(prepared, set, examples, source, count, modelFile, execution.Threads, cancellation, execution.Cache))
            {
                // One classifier, one folder; several get a folder each.
                string target = prepared.Classifiers.Count() > 1 ? Path.Combine(folder, node) : folder;
                EvaluationConsole.Write(target, result, OracleFile.Read(set.Root));
            }

            return console.ExitCode;
        }));
        return command;
    }
}
