using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using StrokeFramework.Cli.Output;
using StrokeFramework.Host.Data;
using StrokeFramework.Host.Evaluation;
using StrokeFramework.Host.Execution;
using StrokeFramework.Host.Models;
using StrokeFramework.Host.Pipelines;
using StrokeFramework.Host.Plugins;
using StrokeFramework.Host.Runs;
using StrokeFramework.Host.Training;
using StrokeFramework.Phantom;

namespace StrokeFramework.Cli.Commands;

/// <summary><c>stroke demo --out DIR</c>: everything from data to report, without needing data.</summary>
internal static class DemoCommand
{
    private const int Cases = 24, FoldCount = 4;
    private const long Seed = 2020;

    public static Command Create()
    {
        var output = new Option<string>("--out") { Description = "The folder to write to.", HelpName = "DIR", Required = true };
        var common = new CommonOptions();
        var command = new Command("demo", "Makes a small synthetic data set, trains, evaluates, and reports one study; needs no data.") { output, common.Plugins, common.Threads, common.Verbose };
        command.SetAction((parsed, cancellation) => Boundary.RunAsync(parsed.GetValue(common.Verbose), async () =>
        {
            string folder = parsed.GetValue(output)!;
            OutputFolder.Check(folder);
            using IHost host = StrokeHost.Create(common.Scan(parsed), parsed.GetValue(common.Verbose));
            return await new Demo(host.Services, folder, common.Execution(parsed)).RunAsync(cancellation).ConfigureAwait(false);
        }));
        return command;
    }

    private sealed class Demo(IServiceProvider services, string folder, ExecutionOptions execution)
    {
        private readonly string _data = Path.Combine(folder, "data");

        public async Task<int> RunAsync(CancellationToken cancellation)
        {
            string graph = Path.Combine(folder, "pipeline.json"), modelFile = Path.Combine(folder, "model.stroke");
            Say($"1. Making {Cases} synthetic studies of four stroke types in '{_data}' (stroke phantom).");
            await PhantomConsole.WriteAsync(_data, new PhantomSettings(), Seed, Cases, null, execution.Threads, null, cancellation).ConfigureAwait(false);

            // A copy that the reader can open and change; it is the pipeline used below.
            AtomicFile.WriteText(graph, DemoPipeline.Text);
            PipelinePlan plan = PipelinePlanner.Plan(graph, services.GetRequiredService<PluginCatalog>());
            PreparedPipeline pipeline = PreparedPipeline.Prepare(plan, services.GetRequiredService<PluginHost>());
            TrainingData data = TrainingData.Open(_data, needClasses: true);

            Say($"2. Running '{plan.Definition.Name}' over them and fitting its classifier (stroke train).");
            var console = services.GetRequiredService<ExampleConsole>();
            IReadOnlyList<StudyExample> examples = await console.CollectAsync(pipeline, data, LesionSource.Truth, execution, cancellation).ConfigureAwait(false);
            TrainingResult trained = PipelineTrainer.Train(pipeline, examples, LesionSource.Truth, ProgramVersion.Text, execution.Threads, cancellation);
            trained.File.Write(modelFile);

            Say($"3. Judging it by {FoldCount}-fold cross-validation over patients (stroke evaluate).");
            string evaluation = Path.Combine(folder, "evaluation");
            foreach ((_, EvaluationResult result) in PipelineEvaluator.Evaluate(pipeline, data, examples, LesionSource.Truth, FoldCount, null, execution.Threads, cancellation))
                EvaluationConsole.Write(evaluation, result, OracleFile.Read(_data));

            StudyExample shown = examples.Where(e => e.StrokeType == StrokeTypes.AcuteIschemic).MaxBy(e => e.Segmentations[0].Metrics!.TruthVolume) ?? examples[0];
            Say($"4. Reporting one study, {shown.Source.Name} (stroke run).");
            var request = new RunRequest
            {
                Pipeline = ModelBinder.Bind(pipeline, modelFile),
                Studies = [shown.Source],
                OutputFolder = Path.Combine(folder, "run"),
                Truth = data.Truth,
                ProgramVersion = ProgramVersion.Text,
                Execution = execution,
            };
            int status = await services.GetRequiredService<RunConsole>().RunAsync(request, cancellation).ConfigureAwait(false);

            Say("Done. All images are synthetic; figures on them say nothing about patients. Open in a browser:");
            Say($"  the evaluation  {Path.Combine(evaluation, "report.html")}");
            Say($"  one study       {Path.Combine(new StudyFolder(request.OutputFolder, shown.Source).Report)}");
            Say($"Then try: ./stroke run {graph} --model {modelFile} --input {_data} --truth {_data} --out {Path.Combine(folder, "all")}");
            return status == ExitCodes.Success ? console.ExitCode : status;
        }

        private static void Say(string line) => Console.Out.WriteLine(line);
    }
}
