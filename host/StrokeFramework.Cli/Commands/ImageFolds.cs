using System.Globalization;
using StrokeFramework.Cli.Output;
using StrokeFramework.Host.Data;
using StrokeFramework.Host.Evaluation;
using StrokeFramework.Host.Execution;
using StrokeFramework.Host.Training;

namespace StrokeFramework.Cli.Commands;

/// <summary>
/// Cross-validation of nodes that learn from images: in each fold they are trained on the other patients and judged on
/// this one's. As many folds as patients leave one out at a time.
/// </summary>
internal sealed class ImageFolds(PreparedPipeline pipeline, TrainingData data, ExampleConsole console, ExecutionOptions execution, string? initialModel)
{
    /// <exception cref="RequestException">The pipeline has classifiers as well, which cannot be cross-validated at once.</exception>
    public async Task<int> EvaluateAsync(int count, string folder, CancellationToken cancellation)
    {
        if (pipeline.Classifiers.Any())
            throw new RequestException($"The pipeline '{pipeline.Plan.Definition.Name}' has classifiers behind nodes that learn from images, and both cannot be cross-validated at once. Train with 'stroke train' and judge the model with --model.");
        string[] patients = [.. data.Studies.Select(s => s.Subject).Distinct(StringComparer.Ordinal)];
        IReadOnlyDictionary<string, int> folds = Folds.Split(patients.ToDictionary(p => p, p => data.StrokeTypes.GetValueOrDefault(p, StrokeTypes.None), StringComparer.Ordinal), count, pipeline.Plan.Definition.Seed);
        List<StudyExample> examples = [];
        List<EvaluationTime> times = [];
        for (int fold = 0; fold < count; fold++)
        {
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Fold {fold + 1} of {count}:"));
            TrainingData others = data.Only([.. data.Studies.Where(s => folds[s.Subject] != fold)]), held = data.Only([.. data.Studies.Where(s => folds[s.Subject] == fold)]);
            ImageTrainingResult learned = ImageTrainer.Train(
                pipeline, new DataSetImages(others), new() { Threads = execution.Threads, InitialModel = initialModel, Progress = TrainingConsole.Report }, cancellation);
            times.AddRange(learned.Nodes.Select(n => new EvaluationTime(TimeKind.Training, n.Node, n.Time, fold + 1)));
            examples.AddRange(await console.CollectAsync(learned.Pipeline, held, LesionSource.Segmented, execution, cancellation).ConfigureAwait(false));
        }

        EvaluationResult result = PipelineEvaluator.Evaluate(pipeline, data, examples, LesionSource.Segmented, null, null, execution.Threads, cancellation)[0].Result;
        string[] notes = initialModel is null ? [] : [$"In each fold training started from the model {Path.GetFileName(initialModel)}."];
        EvaluationConsole.Write(folder, result with { Protocol = EvaluationProtocol.KFold(count), Times = [.. result.Times, .. times], Notes = [.. result.Notes, .. notes] }, null);
        return console.ExitCode;
    }
}
