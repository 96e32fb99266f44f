namespace StrokeFramework.Host.Evaluation;

/// <summary>How well one output's boxes find and name lesions.</summary>
public sealed record DetectionSummary
{
    /// <summary>A slice counts as having the class of its best box when that scores this much.</summary>
    public const double SliceScore = 0.5;

    /// <summary>Overlap at which a box is a hit in the figure that is named first.</summary>
    public const double UsualOverlap = 0.5;

    /// <summary>The graph's output.</summary>
    public required string Output { get; init; }

    /// <summary>The studies.</summary>
    public required IReadOnlyList<DetectionResult> Studies { get; init; }

    /// <summary>Each class that has a true box.</summary>
    public required IReadOnlyList<DetectionClassSummary> Classes { get; init; }

    /// <summary>Mean over the classes of the average precision at an overlap of 0.5.</summary>
    public required Estimate MeanPrecision { get; init; }

    /// <summary>The same, averaged over overlaps from 0.5 to 0.95 in steps of 0.05.</summary>
    public required double MeanPrecisionOverOverlaps { get; init; }

    /// <summary>Each slice by the class of its best box against the true one, "no lesion" being a class of its own (Noor 2020, Table 4.6).</summary>
    public required ClassificationSummary BySlice { get; init; }

    /// <summary>Of the slices with a lesion, the share whose best box, of score 0.5 or more, has its class; NaN without one.</summary>
    public required double NamedSlices { get; init; }

    /// <summary>The lesions found, by volume.</summary>
    public required IReadOnlyList<DetectionSizeSummary> BySize { get; init; }

    /// <summary>The share of lesions found against false boxes.</summary>
    public required FreeResponse FreeResponse { get; init; }

    /// <summary>The same over lesions of 0.5 ml and more.</summary>
    public required FreeResponse FreeResponseLarge { get; init; }

    /// <summary>Counts the results of one output.</summary>
    /// <param name="output">The output.</param>
    /// <param name="studies">Its results.</param>
    /// <param name="classes">The classes, in order.</param>
    /// <param name="seed">Seed of the bootstrap.</param>
    public static DetectionSummary Of(string output, IReadOnlyList<DetectionResult> studies, IReadOnlyList<string> classes, long seed)
    {
        ArgumentNullException.ThrowIfNull(studies);
        ArgumentNullException.ThrowIfNull(classes);
        string[] present = [.. classes.Where(c => studies.Any(s => s.StrokeType == c && s.Truth.Count > 0))];
        PrecisionRecall[] usual = Array.ConvertAll(present, c => PrecisionRecall.Of(studies, c, UsualOverlap));
        var bootstrap = new PatientBootstrap([.. studies.Select(s => s.Patient)], seed);
        (string Patient, string True, string Predicted)[] slices = [.. studies.SelectMany(Slices)], ill = [.. slices.Where(s => s.True != StrokeTypes.None)];
        return new()
        {
            Output = output,
            Studies = studies,
            Classes = [.. present.Select((c, n) => new DetectionClassSummary(c, usual[n].TruthCount, Estimate([usual[n]]), OverOverlaps(c), usual[n].Points()))],
            MeanPrecision = Estimate(usual),
            MeanPrecisionOverOverlaps = present.Length == 0 ? double.NaN : present.Average(OverOverlaps),
            BySlice = ClassificationSummary.Of([.. classes, StrokeTypes.None], slices, seed),
            NamedSlices = ill.Length == 0 ? double.NaN : (double)ill.Count(s => s.True == s.Predicted) / ill.Length,
            BySize = DetectionSizeSummary.Of(studies),
            FreeResponse = FreeResponse.Of(studies),
            FreeResponseLarge = FreeResponse.Of(studies, leastVolume: 0.5),
        };

        double OverOverlaps(string c) => Enumerable.Range(0, 10).Average(n => PrecisionRecall.Of(studies, c, UsualOverlap + (0.05 * n)).Average());

        Estimate Estimate(IReadOnlyList<PrecisionRecall> curves) => bootstrap.Estimate(studies.Count, rows =>
        {
            var times = new int[studies.Count];
            foreach (int row in rows) times[row]++;
            // A class that a resample lacks says nothing of it.
            double[] known = [.. curves.Select(c => c.Average(times)).Where(a => !double.IsNaN(a))];
            return known.Length == 0 ? double.NaN : known.Average();
        });
    }

    private static IEnumerable<(string Patient, string True, string Predicted)> Slices(DetectionResult study)
    {
        var truth = study.Truth.Select(t => t.Box.Slice).ToHashSet();
        ILookup<int, Detection> found = study.Found.Where(d => d.Score >= SliceScore).ToLookup(d => d.Box.Slice);
        for (int k = 0; k < study.Slices; k++)
            yield return (study.Patient, truth.Contains(k) ? study.StrokeType : StrokeTypes.None, found[k].MaxBy(d => d.Score)?.Label ?? StrokeTypes.None);
    }
}
