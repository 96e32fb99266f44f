using System.Diagnostics;
using StrokeFramework.Host.Caching;
using StrokeFramework.Host.Data;
using StrokeFramework.Host.Evaluation;
using StrokeFramework.Host.Execution;

namespace StrokeFramework.Host.Training;

/// <summary>
/// Judges a pipeline on studies with known truth: by cross-validation, where each fold is judged by what learned from
/// the others, or with a model that was trained before.
/// </summary>
public static class PipelineEvaluator
{
    /// <summary>Judges a pipeline.</summary>
    /// <param name="pipeline">The pipeline; with models bound when <paramref name="folds"/> is null and it has classifiers.</param>
    /// <param name="data">The data set.</param>
    /// <param name="examples">Its studies, see <see cref="ExampleCollector"/>.</param>
    /// <param name="source">Which lesions were measured.</param>
    /// <param name="folds">The number of folds, or null to use the models in the pipeline.</param>
    /// <param name="modelFile">The name of the model file, for the record.</param>
    /// <param name="threads">Threads to use for fitting.</param>
    /// <param name="cancellation">The user's wish to stop.</param>
    /// <param name="cache">Keeps models between runs; or null.</param>
    /// <returns>A result per classifier node; one without a classifier when the pipeline has none.</returns>
    /// <exception cref="DataException">There are too few patients, or a fold cannot be learned from.</exception>
    public static IReadOnlyList<(string Node, EvaluationResult Result)> Evaluate(
        PreparedPipeline pipeline, TrainingData data, IReadOnlyList<StudyExample> examples, LesionSource source, int? folds, string? modelFile, int threads, CancellationToken cancellation, ResultCache? cache = null)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(examples);
        EvaluationResult common = Common(pipeline, data, examples, source);
        PreparedNode[] classifiers = [.. pipeline.Classifiers];
        if (classifiers.Length == 0) return [("", common)];
        List<(string, EvaluationResult)> results = [];
        foreach (PreparedNode node in classifiers)
        {
            var judge = new NodeJudge(pipeline, node, examples, threads, cache, cancellation);
            EvaluationResult judged = folds is { } count ? judge.CrossValidate(common, count) : judge.UseModel(common, modelFile!);
            results.Add((node.Plan.Name, judged));
        }

        return results;
    }

    private static EvaluationResult Common(PreparedPipeline pipeline, TrainingData data, IReadOnlyList<StudyExample> examples, LesionSource source) => new()
    {
        DataSet = new DirectoryInfo(data.Root).Name,
        IsSynthetic = data.IsSynthetic,
        Pipeline = pipeline.Plan.Definition.Name,
        Protocol = EvaluationProtocol.NothingTrained,
        Lesions = source,
        Seed = (long)pipeline.Plan.Definition.Seed,
        Segmentations =
        [
            .. examples.SelectMany(e => e.Segmentations.Select(s => new SegmentationResult(e.Source.Name, e.Source.Subject, data.StrokeTypes.GetValueOrDefault(e.Source.Subject, ""), s.Output, s.Metrics!))),
        ],
        Detections = [.. examples.SelectMany(e => e.Detections)],
        Times = [.. examples.SelectMany(e => e.NodeTimes.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => new EvaluationTime(TimeKind.Study, t.Key, t.Value, null, e.Source.Name, e.CachedNodes.Contains(t.Key))))],
        Facts = [.. pipeline.Nodes.Select(n => new KeyValuePair<string, string>(n.Plan.Name, $"{n.Plan.Stage.Stage.Id} of {n.Plan.Stage.Plugin.Name}, parameters {n.Settings.GetRawText()}"))],
    };

    private sealed class NodeJudge(PreparedPipeline pipeline, PreparedNode node, IReadOnlyList<StudyExample> examples, int threads, ResultCache? cache, CancellationToken cancellation)
    {
        private readonly string _name = node.Plan.Name;
        private readonly List<EvaluationTime> _times = [];
        private readonly List<string> _notes = [];
        private readonly List<LesionPrediction> _lesions = [];
        private string _method = "";

        public EvaluationResult CrossValidate(EvaluationResult common, int count)
        {
            var classes = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (StudyExample example in examples) classes[example.Source.Subject] = example.StrokeType;
            IReadOnlyDictionary<string, int> folds = Folds.Split(classes, count, pipeline.Plan.Definition.Seed);
            foreach (IGrouping<string, string> small in classes.Values.GroupBy(c => c, StringComparer.Ordinal).Where(g => g.Count() < count).OrderBy(g => g.Key, StringComparer.Ordinal))
                _notes.Add($"The class {small.Key} has {small.Count()} patients, fewer than the {count} folds, so some folds are judged without it.");
            for (int fold = 0; fold < count; fold++)
            {
                cancellation.ThrowIfCancellationRequested();
                List<StudyExample> training = [.. examples.Where(e => folds[e.Source.Subject] != fold)];
                FittedClassifier fitted = ClassifierTrainer.Fit(node, training, pipeline.Plan.Definition.Seed, threads, cache, $"fold {fold + 1} of {count}{(common.Lesions == LesionSource.Truth ? " (truth)" : "")}", cancellation);
                _times.Add(new(TimeKind.Training, _name, fitted.Time, fold + 1, FromCache: fitted.FromCache));
                _notes.AddRange(fitted.Remarks.Where(r => r.IsWarning).Select(r => $"Fold {fold + 1}: {r.Message}"));
                Predict(fitted.Model, examples.Where(e => folds[e.Source.Subject] == fold), fold + 1);
            }

            return Finish(common, EvaluationProtocol.KFold(count));
        }

        public EvaluationResult UseModel(EvaluationResult common, string file)
        {
            Predict((IClassifierModel)node.Model!, examples, null);
            return Finish(common, EvaluationProtocol.OfModel(file));
        }

        private void Predict(IClassifierModel model, IEnumerable<StudyExample> studies, int? fold)
        {
            long started = Stopwatch.GetTimestamp();
            foreach (StudyExample study in studies)
            {
                IReadOnlyList<LabelledLesion> rows = study.Rows[_name];
                ClassProbabilities probabilities = model.Predict(new FeatureTable(study.Schemas[_name], [.. rows.Select(r => r.Row)]));
                _method = probabilities.Method;
                for (int r = 0; r < rows.Count; r++) _lesions.Add(Describe(study, rows[r], probabilities, r, fold));
            }

            _times.Add(new(TimeKind.Prediction, _name, Stopwatch.GetElapsedTime(started), fold));
        }

        private static LesionPrediction Describe(StudyExample study, LabelledLesion lesion, ClassProbabilities probabilities, int row, int? fold)
        {
            // In the order of all classes; one that the model never saw has no chance.
            double[] all = [.. StrokeTypes.All.Select(c => IndexOf(probabilities.Classes, c) is >= 0 and var n ? probabilities.Rows[row].Span[n] : 0)];
            return new LesionPrediction
            {
                Study = study.Source.Name,
                Patient = study.Source.Subject,
                Fold = fold,
                Lesion = lesion.Row.Lesion,
                Slice = lesion.Row.Slice,
                TruthLesion = lesion.TruthLesion,
                TrueClass = lesion.Label,
                PredictedClass = probabilities.Best(row),
                Probabilities = all,
                FeatureValues = lesion.Row.Values.ToArray(),
                Volume = lesion.Volume,
            };
        }

        private EvaluationResult Finish(EvaluationResult common, EvaluationProtocol protocol)
        {
            _lesions.Sort((a, b) => (string.CompareOrdinal(a.Study, b.Study), a.Lesion.CompareTo(b.Lesion), (a.Slice ?? 0).CompareTo(b.Slice ?? 0)) switch
            {
                (not 0 and var s, _, _) => s,
                (_, not 0 and var l, _) => l,
                (_, _, var k) => k,
            });
            ILookup<string, LesionPrediction> byPatient = _lesions.ToLookup(l => l.Patient, StringComparer.Ordinal);
            return common with
            {
                Protocol = protocol,
                Features = pipeline.SchemaFor(node).Columns,
                LesionPredictions = _lesions,
                MissedLesions = [.. examples.SelectMany(e => e.Missed[_name])],
                Patients =
                [
                    .. examples.GroupBy(e => e.Source.Subject, StringComparer.Ordinal).OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => PatientPrediction.Of(p.Key, p.First().StrokeType, StrokeTypes.All, byPatient[p.Key])),
                ],
                ProbabilityMethod = _method,
                Times = [.. common.Times, .. _times],
                Notes = [.. common.Notes, .. _notes],
            };
        }

        private static int IndexOf(IReadOnlyList<string> classes, string name)
        {
            for (int c = 0; c < classes.Count; c++)
            {
                if (classes[c] == name) return c;
            }

            return -1;
        }
    }
}
