using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StrokeFramework.Host.Data;
using StrokeFramework.Host.Evaluation;
using StrokeFramework.Host.Execution;
using StrokeFramework.Host.Runs;
using StrokeFramework.Host.Training;

namespace StrokeFramework.Cli.Output;

/// <summary>Runs the part before the trainable nodes over a data set and shows how far it is.</summary>
internal sealed class ExampleConsole(ILogger<ExampleConsole> log, IOptions<ConsoleOptions> options)
{
    private readonly List<StudyOutcome> _failures = [];

    /// <summary>Whether a study failed.</summary>
    public int ExitCode { get; private set; } = ExitCodes.Success;

    /// <summary>The studies that failed, in the order in which they were run.</summary>
    public IReadOnlyList<StudyOutcome> Failures => _failures;

    public async Task<IReadOnlyList<StudyExample>> CollectAsync(
        PreparedPipeline pipeline, TrainingData data, LesionSource source, ExecutionOptions execution, CancellationToken cancellation, StudyInspection? inspection = null)
    {
        foreach (string warning in data.Warnings) log.LogWarning("{Warning}", warning);
        var tracker = new RunTracker(data.Studies.Count, ExampleCollector.NodesPerStudy(pipeline, data, source));
        (IReadOnlyList<StudyExample> examples, IReadOnlyList<StudyOutcome> failures) = await ProgressConsole.RunAsync(
            tracker, report => ExampleCollector.CollectAsync(pipeline, data, source, execution, tracker, report, cancellation, inspection)).ConfigureAwait(false);
        foreach (StudyExample example in examples)
        {
            foreach (string warning in example.Warnings) log.LogWarning("{Study}: {Warning}", example.Source.Name, warning);
        }

        foreach (StudyOutcome failure in failures)
        {
            ExitCode = ExitCodes.StudyFailed;
            _failures.Add(failure);
            log.LogError(options.Value.Verbose ? failure.Exception : null, "{Study}: {Code}: {Message}", failure.Study, failure.ErrorCode, failure.Error);
        }

        return examples.Count > 0 ? examples : throw new DataException("No study could be processed, so there is nothing to go on with.");
    }
}
