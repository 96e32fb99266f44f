using System.Diagnostics;
using StrokeFramework.Host.Caching;
using StrokeFramework.Host.Data;
using StrokeFramework.Host.Execution;

namespace StrokeFramework.Host.Training;

/// <summary>Fits one classifier node on the labelled rows of some studies.</summary>
internal static class ClassifierTrainer
{
    /// <summary>Fits a model. Rows without a label (false detections) are left out.</summary>
    /// <param name="node">The classifier.</param>
    /// <param name="studies">The studies to learn from.</param>
    /// <param name="runSeed">The run's seed.</param>
    /// <param name="threads">Threads to use.</param>
    /// <param name="cache">Keeps models between runs; or null.</param>
    /// <param name="purpose">What the fit is for, such as its fold, where the cache says why it was made again.</param>
    /// <param name="cancellation">The user's wish to stop.</param>
    /// <exception cref="DataException">There is no row, or the classifier refuses them; the message says why.</exception>
    public static FittedClassifier Fit(
        PreparedNode node, IReadOnlyList<StudyExample> studies, ulong runSeed, int threads, ResultCache? cache, string purpose, CancellationToken cancellation)
    {
        string name = node.Plan.Name;
        List<FeatureRow> rows = [];
        List<string> labels = [], patients = [];
        foreach (StudyExample study in studies)
        {
            foreach (LabelledLesion lesion in study.Rows[name].Where(l => l.Label is not null && l.Label != StrokeTypes.None))
            {
                rows.Add(lesion.Row);
                labels.Add(lesion.Label!);
                patients.Add(study.Source.Subject);
            }
        }

        if (rows.Count == 0)
            throw new DataException($"The node '{name}' has nothing to learn from: no lesion of {studies.Count} studies has a class. Look at the segmentation, or use --lesions truth.");
        var table = new FeatureTable(studies[0].Schemas[name], rows);
        var examples = new LabelledFeatures(table, labels, patients);
        FitCache? kept = cache is null ? null : new(cache, node, runSeed, examples, purpose);
        if (kept?.Find() is { } known) return known;
        var remarks = new RemarkCollector(name);
        var context = new StageContext
        {
            CancellationToken = cancellation,
            Log = remarks,
            MaxDegreeOfParallelism = threads,
            Seed = ContentHash.DeriveSeed(runSeed, node.Plan.Stage.Stage.Id, [("features", ContentHash.Of(table))]),
        };
        long started = Stopwatch.GetTimestamp();
        try
        {
            IClassifierModel model = ((IClassifier)node.Stage).Train(examples, context);
            var fitted = new FittedClassifier(model, Stopwatch.GetElapsedTime(started), remarks.Items, FromCache: false);
            kept?.Store(fitted);
            return fitted;
        }
        catch (StageException e)
        {
            throw new DataException($"The node '{name}' could not be trained: {e.Message}", e);
        }
    }
}
