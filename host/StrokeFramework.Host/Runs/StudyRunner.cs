using System.Diagnostics;
using StrokeFramework.Host.Caching;
using StrokeFramework.Host.Data;
using StrokeFramework.Host.Evaluation;
using StrokeFramework.Host.Execution;
using StrokeFramework.Host.Pipelines;
using StrokeFramework.Host.Reporting;
using StrokeFramework.Imaging;

namespace StrokeFramework.Host.Runs;

/// <summary>Reads one study, runs the pipeline over it and writes what it made.</summary>
internal static class StudyRunner
{
    public static async Task<StudyOutcome> RunAsync(RunRequest request, StudySource source, ExecutionOptions execution, IRunProgress? progress, CancellationToken cancellation)
    {
        DateTimeOffset started = DateTimeOffset.UtcNow;
        long clock = Stopwatch.GetTimestamp();
        try
        {
            LoadedStudy loaded = request.FirstStudy is { } ahead && source == request.Studies[0]
                ? await ahead.ConfigureAwait(false)
                : CachedStudyLoader.Load(source, execution.Cache, cancellation);
            LoadedTruth? truth = request.Truth?.Of(source) is { } mask ? TruthLoader.Load(mask, loaded.Input.Geometry, cancellation) : null;
            PipelineResult result = await PipelineExecutor.RunAsync(request.Pipeline, loaded.Input, source.Name, execution, progress, cancellation).ConfigureAwait(false);
            List<StudySegmentation> segmentations = [.. request.Pipeline.Plan.Outputs.Where(o => o.Type == PortType.Segmentation && !TypeOutputs.IsKept(o)).Select(o => Measure(request, o.Name, result, truth))];

            var folder = new StudyFolder(request.OutputFolder, source);
            List<TypeOutput> types = [.. request.Pipeline.Plan.Outputs.Where(o => o.Type == PortType.Type).Select(o => TypeOutputs.Join(o.Name, result, request.Pipeline.Plan.Definition.MinimumLesionVolume))];
            foreach (PlannedOutput output in request.Pipeline.Plan.Outputs.Where(o => o.Type != PortType.Type && !TypeOutputs.IsKept(o)))
                ResultFiles.Write(folder, output, result.Outputs[output.Name], loaded.Input.Geometry, loaded.Header, cancellation);
            foreach (TypeOutput type in types) TypeOutputs.Write(folder.Prediction(type.Output), type);
            if (request.WriteReport)
            {
                // Maps are packed while the pictures are drawn.
                Task maps = Task.CompletedTask;
                if (execution.Threads > 1) maps = Task.Run(WriteDiagnostics, CancellationToken.None);
                else WriteDiagnostics();
                try
                {
                    StudyReport report = StudyReportBuilder.Build(request, loaded, result, segmentations, types, truth, DateTimeOffset.UtcNow, Stopwatch.GetElapsedTime(clock));
                    AtomicFile.Write(folder.Report, stream => StudyReportWriter.Write(report, stream));
                }
                finally
                {
                    await maps.ConfigureAwait(false);
                }

                void WriteDiagnostics() => DiagnosticFiles.Write(folder, result.Nodes, loaded.Header, cancellation);
            }

            ProvenanceFile.Write(folder.Provenance, request, loaded, result, started, Stopwatch.GetElapsedTime(clock));
            return new StudyOutcome
            {
                Study = source.Name,
                Segmentations = [.. segmentations.Select(s => new SegmentationSummary(s.Name, s.Lesions.Lesions.Count, s.Lesions.Lesions.Sum(l => l.Volume) / 1000, s.Metrics))],
                Warnings = [.. loaded.Warnings, .. truth?.Warnings ?? [], .. result.Nodes.SelectMany(n => n.Remarks).Where(r => r.IsWarning).Select(r => $"{r.Node}: {r.Message}")],
                Types = types,
                Time = Stopwatch.GetElapsedTime(clock),
                Folder = folder.Path,
            };
        }
        catch (StudyFailedException e)
        {
            return Failed(source, e, e.Code, e.Node, clock);
        }
        catch (DataException e)
        {
            return Failed(source, e, "SF4001", null, clock);
        }
        catch (OutOfMemoryException e)
        {
            return Failed(source, e, "SF3007", null, clock) with { Error = "There is not enough memory for this study. Run fewer studies at a time with --threads, or on a machine with more." };
        }
    }

    private static StudySegmentation Measure(RunRequest request, string output, PipelineResult result, LoadedTruth? truth)
    {
        var segmentation = (Segmentation)result.Outputs[output];
        LesionSet lesions = LesionFinder.Find(segmentation, request.Pipeline.Plan.Definition.MinimumLesionVolume);
        return new(output, segmentation, lesions, truth is null ? null : SegmentationMetrics.Compare(segmentation.Mask, truth.Mask));
    }

    private static StudyOutcome Failed(StudySource source, Exception e, string code, string? node, long clock) =>
        new() { Study = source.Name, Error = e.Message, ErrorCode = code, FailedNode = node, Exception = e, Time = Stopwatch.GetElapsedTime(clock) };
}
