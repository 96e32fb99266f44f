using StrokeFramework.Host.Comparison;
using StrokeFramework.Host.Evaluation;
using StrokeFramework.Host.Tests.Reporting;

namespace StrokeFramework.Host.Tests.Comparison;

/// <summary>Made-up results of the sixty patients of <see cref="SyntheticEvaluation"/>: two segmentations, and four classifiers on both kinds of lesions.</summary>
internal static class SyntheticComparison
{
    private static readonly string[] Stages = ["lda", "weighted-knn", "svm", "bagged-trees"];

    /// <summary>A comparison with everything in it.</summary>
    public static ComparisonResult Full(int timeOffset = 0)
    {
        EvaluationResult both = SyntheticEvaluation.TwoOutputs();
        VolumeGeometry grid = SyntheticGrid.Flipped();
        Segmentation found = SyntheticHead.Segmentation(grid);
        return new()
        {
            DataSet = both.DataSet,
            IsSynthetic = true,
            Seed = both.Seed,
            Folds = 5,
            Variants = [.. Stages.Select(s => new ComparedVariant(s, both.Pipeline, "classify.json", [new("type", $"{s} of Some.Plugin 1.0.0, parameters {{}}")]))],
            Segmentations = [.. both.Segmentations.Select(s => s with { Output = s.Output == "mask" ? "kmeans-fast-marching" : s.Output })],
            Classifiers = [.. Enum.GetValues<LesionSource>().SelectMany(_ => Stages.Index(), (l, s) => new ClassifierResult(l, s.Item, s.Item, Classifier(l, s.Item, s.Index)))],
            Pictures = [new(both.Segmentations[0].Study, both.Segmentations[0].StrokeType, SyntheticHead.Dwi(grid), SyntheticHead.Truth(grid), new Dictionary<string, Segmentation> { ["kmeans-fast-marching"] = found, ["watershed"] = found })],
            Times = SyntheticEvaluation.Full(timeOffset).Times,
            Notes = ["sub-0061 is left out of all variants: the volume has no finite voxel."],
            Ceiling = "an oracle names 0.950 of 70 lesions right.",
        };
    }

    // The n-th classifier names every (n + 3)-th patient and lesion by the next class, whatever is true.
    private static EvaluationResult Classifier(LesionSource lesions, string name, int n)
    {
        EvaluationResult full = SyntheticEvaluation.Full();
        return full with
        {
            Pipeline = name,
            Lesions = lesions,
            Segmentations = [],
            Patients = [.. full.Patients.Select((p, k) => k % (n + 3) == 0 ? p with { PredictedClass = Next(p.PredictedClass) } : p)],
            LesionPredictions = [.. full.LesionPredictions.Select((l, k) => k % (n + 3) == 0 ? l with { PredictedClass = Next(l.PredictedClass) } : l)],
        };
    }

    private static string Next(string name) => StrokeTypes.All[(StrokeTypes.All.Index().FirstOrDefault(t => t.Item == name).Index + 1) % StrokeTypes.All.Count];
}
