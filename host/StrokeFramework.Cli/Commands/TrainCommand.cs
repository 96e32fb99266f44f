using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using StrokeFramework.Cli.Output;
using StrokeFramework.Host.Evaluation;
using StrokeFramework.Host.Execution;
using StrokeFramework.Host.Pipelines;
using StrokeFramework.Host.Plugins;
using StrokeFramework.Host.Training;
using StrokeFramework.Manifest;

namespace StrokeFramework.Cli.Commands;

/// <summary><c>stroke train PIPELINE --data DIR --out FILE</c>.</summary>
internal static class TrainCommand
{
    public static Command Create()
    {
        var pipeline = new Argument<string>("PIPELINE") { Description = "The pipeline's JSON file." };
        var data = new Option<string>("--data") { Description = "A data set with truth masks and participants.tsv, or a JSON file that describes synthetic studies.", HelpName = "DIR|FILE", Required = true };
        var output = new Option<string>("--out") { Description = "The model file to write.", HelpName = "FILE", Required = true };
        var initial = new Option<string?>("--init") { Description = "A model of this pipeline to start from, for nodes that learn from images.", HelpName = "MODEL" };
        var anatomy = new Option<string?>("--anatomy") { Description = "A folder with tissue maps and lesion masks that synthetic studies are made from, instead of the one that --data names.", HelpName = "DIR" };
        var resume = new Option<bool>("--resume") { Description = "Go on with an interrupted training of nodes that learn from images." };
        Option<LesionSource> lesions = LesionOption.Create();
        var common = new CommonOptions();
        var caching = new CacheOptions();
        var command = new Command("train", "Runs a pipeline over a data set and fits its trainable nodes.")
        {
            pipeline, data, anatomy, output, initial, resume, lesions, common.Set, common.Swap, common.Plugins, common.Threads, common.Seed, common.Timeout, common.Verbose,
        };
        caching.AddTo(command);
        command.SetAction((parsed, cancellation) => Boundary.RunAsync(parsed.GetValue(common.Verbose), async () =>
        {
            string file = parsed.GetValue(output)!;
            if (Directory.Exists(file)) throw new RequestException($"'{file}' is a folder; --out wants the name of a file.");
            using IHost host = StrokeHost.Create(common.Scan(parsed), parsed.GetValue(common.Verbose));
            PipelinePlan plan = PipelinePlanner.Plan(parsed.GetValue(pipeline)!, host.Services.GetRequiredService<PluginCatalog>(), common.Overrides(parsed));
            PreparedPipeline prepared = PreparedPipeline.Prepare(plan, host.Services.GetRequiredService<PluginHost>());
            if (!prepared.TrainableNodes.Any()) throw new RequestException($"The pipeline '{plan.Definition.Name}' has no node that is trained; add a classifier, such as one that uses 'svm'.");
            if (!prepared.ImageLearners.Any() && (parsed.GetValue(resume) || parsed.GetValue(initial) is not null))
                throw new RequestException($"The pipeline '{plan.Definition.Name}' has no node that learns from images, and --init and --resume are for those. Leave them out.");
            bool classifies = prepared.Classifiers.Any();
            LesionSource source = parsed.GetValue(lesions);
            (IImageSource images, TrainingData? set) = OpenImages(parsed.GetValue(data)!, parsed.GetValue(anatomy), needClasses: classifies || prepared.ImageLearners.Any(n => n.Plan.Stage.Stage.Kind == StageKind.Detector));
            if (classifies && set is null) throw new RequestException("Classifiers are trained on a data set on disk: write one with 'stroke phantom', and name its folder with --data.");

            int threads = common.Execution(parsed).Threads;
            ImageTrainingResult learned = ImageTrainer.Train(
                prepared, images, new() { Threads = threads, CheckpointPath = file, Resume = parsed.GetValue(resume), InitialModel = parsed.GetValue(initial), Progress = TrainingConsole.Report }, cancellation);
            int exitCode = ExitCodes.Success;
            TrainingResult result;
            if (classifies)
            {
                using CacheSession session = caching.Open(parsed, parsed.GetValue(common.Verbose));
                ExecutionOptions execution = common.Execution(parsed) with { Cache = session.Cache };
                var console = host.Services.GetRequiredService<ExampleConsole>();
                IReadOnlyList<StudyExample> examples = await console.CollectAsync(learned.Pipeline, set!, source, execution, cancellation).ConfigureAwait(false);
                result = PipelineTrainer.Train(learned.Pipeline, examples, source, ProgramVersion.Text, execution.Threads, cancellation, execution.Cache, learned);
                exitCode = console.ExitCode;
            }
            else
            {
                result = PipelineTrainer.Gather(learned, images, ProgramVersion.Text);
            }

            result.File.Write(file);
            ImageTrainer.RemoveCheckpoints(learned, file);
            foreach (TrainedNode node in result.Nodes)
            {
                Console.Out.WriteLine($"{node.Node}: {node.Rows.Values.Sum()} {(learned.Nodes.Contains(node) ? "studies" : "rows")} {(node.FromCache ? "fitted before, from the cache" : $"in {node.Time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture)} s")} ({string.Join(", ", node.Rows.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => $"{r.Key} {r.Value}"))})");
                foreach (string remark in node.Remarks) Console.Error.WriteLine($"{node.Node}: {remark}");
            }

            Console.Out.WriteLine($"The model is in '{file}'. Use it with: stroke run {parsed.GetValue(pipeline)} --model {file} --input … --out …");
            return exitCode;
        }));
        return command;
    }

    private static (IImageSource Images, TrainingData? Set) OpenImages(string data, string? anatomy, bool needClasses)
    {
        if (File.Exists(data)) return (SyntheticImages.Open(data, anatomy), null);
        if (anatomy is not null) throw new RequestException($"--anatomy is for synthetic studies, and '{data}' is no JSON file that describes some. Leave it out.");
        TrainingData set = TrainingData.Open(data, needClasses);
        return (new DataSetImages(set), set);
    }
}
