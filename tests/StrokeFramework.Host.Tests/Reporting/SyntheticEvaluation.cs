using StrokeFramework.Host.Evaluation;

namespace StrokeFramework.Host.Tests.Reporting;

/// <summary>Made-up results of sixty patients, twelve per class and twelve without a lesion.</summary>
internal static class SyntheticEvaluation
{
    // Boundary mean, standard deviation and Dice that the classes scatter about.
    private static readonly (double Boundary, double Deviation, double Dice)[] Centers = [(0.30, 0.115, 0.52), (0.62, 0.060, 0.81), (0.18, 0.030, 0.66), (0.48, 0.045, 0.86)];

    private static readonly string[] Nodes = ["normalized", "brain", "enhanced", "lesion", "features"];

    /// <summary>An evaluation with everything in it.</summary>
    public static EvaluationResult Full(int timeOffset = 0)
    {
        var random = new Random(60);
        List<LesionPrediction> lesions = [];
        List<MissedLesion> missed = [];
        List<PatientPrediction> patients = [];
        List<SegmentationResult> segmentations = [];
        for (int n = 0; n < 60; n++)
        {
            string patient = $"{n + 1:0000}", study = $"sub-{patient}";
            int type = n % 5;
            string name = type < 4 ? StrokeTypes.All[type] : StrokeTypes.None;
            int found = type == 4 ? (n % 4 == 0 ? 1 : 0) : n % 19 == 3 ? 0 : 1 + (n % 3 == 0 ? 1 : 0);
            var own = Enumerable.Range(1, found).Select(k => Lesion(random, patient, study, k, type, 1 + (n % 5 * 7 % 5))).ToList();
            if (type < 4 && found == 0) missed.Add(new(study, patient, name, 0.3 + (random.NextDouble() * 0.6)));
            lesions.AddRange(own);
            patients.Add(PatientPrediction.Of(patient, name, StrokeTypes.All, own));
            segmentations.Add(new(study, patient, name, "mask", Metrics(random, type, found)));
        }

        return new()
        {
            DataSet = "standard phantom set",
            IsSynthetic = true,
            Pipeline = "k-means with fast marching, then SVM",
            Protocol = EvaluationProtocol.KFold(5),
            Seed = 2020,
            Features = [.. new[] { "mean", "median", "standard_deviation", "mode", "boundary_mean", "compactness" }.Select(f => new FeatureColumn(f, "", f))],
            LesionPredictions = lesions,
            MissedLesions = missed,
            Patients = patients,
            Segmentations = segmentations,
            ProbabilityMethod = "Pairwise coupling of six binary machines, each with a logistic curve fitted to its decision values on inner folds",
            Times = Times(timeOffset),
            Notes = ["Study sub-0061 failed in node 'lesion' and is left out: the volume has no finite voxel."],
            Facts = [new("StrokeFramework", "1.0.0"), new("StrokeFramework.Svm", "1.0.0")],
            StudyReports = lesions.Select(l => l.Study).Distinct().ToDictionary(s => s, s => $"studies/{s}/report.html"),
        };
    }

    /// <summary>As <see cref="Full"/>, but with a second, worse segmentation beside the first.</summary>
    public static EvaluationResult TwoOutputs()
    {
        EvaluationResult one = Full();
        var random = new Random(61);
        return one with { Segmentations = [.. one.Segmentations, .. one.Segmentations.Select(s => s with { Output = "watershed", Metrics = Metrics(random, TypeOf(s.StrokeType), 1) })] };
    }

    private static int TypeOf(string name) => StrokeTypes.All.Append(StrokeTypes.None).Index().First(t => t.Item == name).Index;

    private static LesionPrediction Lesion(Random random, string patient, string study, int number, int type, int fold)
    {
        bool isFalse = type == 4 || (number == 2 && random.Next(3) == 0);
        int looks = type == 4 ? 2 : random.Next(9) == 0 ? random.Next(4) : type;
        (double boundary, double deviation, _) = Centers[looks];
        double[] weights = [.. Centers.Select((_, c) => c == looks ? 2 + (8 * random.NextDouble()) : random.NextDouble())];
        double x = boundary + (0.05 * Normal(random)), y = Math.Max(0.004, deviation + (0.012 * Normal(random)));
        return new()
        {
            Study = study,
            Patient = patient,
            Fold = fold,
            Lesion = number,
            TruthLesion = isFalse ? null : number,
            TrueClass = isFalse ? null : StrokeTypes.All[type],
            PredictedClass = StrokeTypes.All[Array.IndexOf(weights, weights.Max())],
            Probabilities = [.. weights.Select(p => p / weights.Sum())],
            FeatureValues = [x + 0.04, x + 0.05, y, x, x, 1 + random.NextDouble()],
            Volume = Math.Exp(1.5 + Normal(random) - number),
        };
    }

    private static SegmentationMetrics Metrics(Random random, int type, int found)
    {
        long truth = type == 4 ? 0 : random.Next(200, 8000), mask = found == 0 ? 0 : type == 4 ? random.Next(20, 300) : (long)(truth * (0.8 + (0.5 * random.NextDouble())));
        double dice = type == 4 ? 0 : Math.Clamp(Centers[type].Dice + (0.1 * Normal(random)), 0.05, 0.97);
        long both = Math.Min((long)(dice * (truth + mask) / 2), Math.Min(truth, mask));
        return new()
        {
            Overlap = new(both, mask - both, truth - both, 1_500_000 - mask - truth + both),
            Volume = 0.00405 * mask,
            TruthVolume = 0.00405 * truth,
            Lesions = new(found, type == 4 ? 0 : 1, type == 4 ? 0 : Math.Min(1, found), type == 4 ? found : 0),
            HausdorffDistance95 = mask == 0 && truth == 0 ? 0 : mask == 0 || truth == 0 ? double.NaN : 3 + (20 * (1 - dice)),
        };
    }

    private static List<EvaluationTime> Times(int offset)
    {
        var random = new Random(62 + offset);
        var times = new List<EvaluationTime>();
        for (int fold = 1; fold <= 5; fold++)
        {
            times.Add(new(TimeKind.Training, "type", TimeSpan.FromMilliseconds(60 + random.Next(20)), fold));
            times.Add(new(TimeKind.Prediction, "type", TimeSpan.FromMilliseconds(1 + random.Next(3)), fold));
        }

        for (int n = 1; n <= 60; n++)
        {
            foreach ((int place, string node) in Nodes.Index()) times.Add(new(TimeKind.Study, node, TimeSpan.FromMilliseconds((40 * (place + 1)) + random.Next(30)), null, $"sub-{n:0000}"));
        }

        return times;
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
