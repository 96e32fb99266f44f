using StrokeFramework.Host.Data;
using StrokeFramework.Host.Evaluation;
using StrokeFramework.Host.Execution;
using StrokeFramework.Host.Runs;
using StrokeFramework.Host.Training;

namespace StrokeFramework.Host.Comparison;

/// <summary>Judges all variants on the studies that every one of them could process: segmentations as they are, classifiers by the same folds.</summary>
public static class ComparisonEvaluator
{
    /// <summary>The walks over the studies that a comparison needs.</summary>
    /// <param name="comparison">The variants.</param>
    /// <param name="lesions">Which lesions classifiers are given: one kind or both.</param>
    public static IReadOnlyList<ComparisonPass> Passes(PreparedComparison comparison, IReadOnlyList<LesionSource> lesions)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(lesions);
        List<ComparisonPass> passes = [];
        foreach ((int place, PreparedPipeline merged) in comparison.Merged.Index())
        {
            passes.Add(new(place, merged.Classifiers.Any() ? lesions[0] : LesionSource.Segmented, merged));
            if (!merged.Classifiers.Any()) continue;
            PreparedPipeline withoutMasks = merged.For([.. merged.Plan.Outputs.Where(o => o.Type != Pipelines.PortType.Segmentation)]);
            passes.AddRange(lesions.Skip(1).Select(source => new ComparisonPass(place, source, withoutMasks)));
        }

        return passes;
    }

    /// <summary>Judges the variants.</summary>
    /// <param name="comparison">The variants.</param>
    /// <param name="data">The data set.</param>
    /// <param name="passes">Each pass with the studies that it could process.</param>
    /// <param name="folds">The number of folds; not used when nothing is trained.</param>
    /// <param name="execution">Threads and cache to use for fitting.</param>
    /// <param name="cancellation">The user's wish to stop.</param>
    /// <exception cref="DataException">There are too few patients, no kind of lesions can be learned from, or no study is left.</exception>
    public static ComparisonResult Evaluate(
        PreparedComparison comparison, TrainingData data, IReadOnlyList<(ComparisonPass Pass, IReadOnlyList<StudyExample> Examples)> passes, int folds, ExecutionOptions execution, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(passes);
        var common = passes.Select(p => p.Examples.Select(e => e.Source.Name)).Aggregate((a, b) => a.Intersect(b, StringComparer.Ordinal)).ToHashSet(StringComparer.Ordinal);
        if (common.Count == 0) throw new DataException("No study could be processed by all variants, so there is nothing to compare.");
        var same = passes.Select(p => (p.Pass, Examples: (IReadOnlyList<StudyExample>)[.. p.Examples.Where(e => common.Contains(e.Source.Name))])).ToList();

        var classifiers = new List<ClassifierResult>();
        List<EvaluationTime> times = [.. same.DistinctBy(p => p.Pass.Merged).SelectMany(p => Times(p.Examples))];
        List<string> refusals = [];
        foreach (var kind in same.Where(p => p.Pass.Pipeline.Classifiers.Any()).GroupBy(p => p.Pass.Lesions))
        {
            try
            {
                classifiers.AddRange(kind.SelectMany(p => Judge(comparison, data, p.Pass, p.Examples, folds, execution, times, cancellation)).ToList());
            }
            catch (DataException e)
            {
                // One kind of lesions that cannot be learned from is left out for all classifiers; the other kind still can be compared.
                refusals.Add($"Classifiers are not compared on the lesions {(kind.Key == LesionSource.Truth ? "of the truth" : "as segmented")}: {e.Message}");
            }
        }

        if (refusals.Count > 0 && classifiers.Count == 0) throw new DataException(string.Join(Environment.NewLine, refusals));
        return new()
        {
            DataSet = new DirectoryInfo(data.Root).Name,
            IsSynthetic = data.IsSynthetic,
            Seed = (long)comparison.Seed,
            Folds = comparison.Classifiers.Count > 0 ? folds : null,
            Variants = [.. comparison.Variants.Zip(comparison.Prepared, Describe)],
            Segmentations = [.. Segmentations(comparison, data, same)],
            // The order of the columns, for one kind of lesions after the other.
            Classifiers = [.. classifiers.OrderBy(c => c.Lesions).ThenBy(c => comparison.Classifiers.Index().First(t => t.Item.Name == c.Technique).Index)],
            Times = times,
            Notes = [.. refusals, .. classifiers.SelectMany(c => c.Result.Notes.Select(n => (c.Technique, Note: n))).GroupBy(n => n.Note, StringComparer.Ordinal).Select(n => Note(n.Key, [.. n.Select(t => t.Technique).Distinct(StringComparer.Ordinal)], comparison.Classifiers.Count))],
        };
    }

    private static IEnumerable<ClassifierResult> Judge(
        PreparedComparison comparison, TrainingData data, ComparisonPass pass, IReadOnlyList<StudyExample> examples, int folds, ExecutionOptions execution, List<EvaluationTime> times, CancellationToken cancellation)
    {
        foreach ((string node, EvaluationResult result) in PipelineEvaluator.Evaluate(pass.Pipeline, data, examples, pass.Lesions, folds, null, execution.Threads, cancellation, execution.Cache))
        {
            ComparedTechnique technique = comparison.Classifiers.First(c => c.Merged == pass.Merged && c.Node == node);
            times.AddRange(result.Times.Where(t => t.Kind != TimeKind.Study).Select(t => t with { Node = ClassifierResult.TimeNode(technique.Name, pass.Lesions) }));
            yield return new(pass.Lesions, technique.Name, technique.Stage, result with { Pipeline = technique.Name, Segmentations = [], Times = [] });
        }
    }

    // What every classifier remarks concerns the data and is said once.
    private static string Note(string note, string[] techniques, int all) => techniques.Length == all ? note : $"{string.Join(", ", techniques)}: {note}";

    private static IEnumerable<SegmentationResult> Segmentations(PreparedComparison comparison, TrainingData data, List<(ComparisonPass Pass, IReadOnlyList<StudyExample> Examples)> passes)
    {
        // A merged pipeline's first pass is the one with masks.
        var byStudy = passes.DistinctBy(p => p.Pass.Merged).ToDictionary(p => p.Pass.Merged, p => p.Examples.ToDictionary(e => e.Source.Name, StringComparer.Ordinal));
        foreach (StudySource study in passes[0].Examples.Select(e => e.Source))
        {
            foreach (ComparedTechnique technique in comparison.Segmentations)
            {
                SegmentationSummary found = byStudy[technique.Merged][study.Name].Segmentations.First(s => s.Output == technique.Node);
                yield return new(study.Name, study.Subject, data.StrokeTypes.GetValueOrDefault(study.Subject, ""), technique.Name, found.Metrics!);
            }
        }
    }

    private static IEnumerable<EvaluationTime> Times(IReadOnlyList<StudyExample> examples) =>
        examples.SelectMany(e => e.NodeTimes.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => new EvaluationTime(TimeKind.Study, t.Key, t.Value, null, e.Source.Name)));

    private static ComparedVariant Describe(ComparisonVariant variant, PreparedPipeline pipeline) => new(
        variant.Name,
        variant.Plan.Definition.Name,
        Path.GetFileName(variant.Plan.Definition.File),
        [.. pipeline.Nodes.Select(n => new KeyValuePair<string, string>(n.Plan.Name, $"{n.Plan.Stage.Stage.Id} of {n.Plan.Stage.Plugin.Name}, parameters {n.Settings.GetRawText()}"))]);
}
