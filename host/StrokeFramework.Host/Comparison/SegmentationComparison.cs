using StrokeFramework.Host.Evaluation;

namespace StrokeFramework.Host.Comparison;

/// <summary>Segmentations against each other: figures per stroke type, and paired differences.</summary>
public sealed class SegmentationComparison
{
    /// <summary>The figure that pairs of techniques are tested by.</summary>
    public const string Tested = "dice";

    private readonly ComparisonResult _result;
    private readonly Dictionary<string, List<SegmentationResult>> _rows;

    private SegmentationComparison(ComparisonResult result)
    {
        _result = result;
        _rows = result.Segmentations.GroupBy(s => s.Output, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        Techniques = [.. result.Segmentations.Select(s => s.Output).Distinct(StringComparer.Ordinal)];
        Summary = EvaluationSummary.Of(result.AsEvaluation());
    }

    /// <summary>The techniques, the one that the others are compared with first.</summary>
    public IReadOnlyList<string> Techniques { get; }

    /// <summary>The figures of each technique and stroke type; a technique is an output there.</summary>
    public EvaluationSummary Summary { get; }

    /// <summary>The large lesions found, per technique and stroke type.</summary>
    public IReadOnlyList<LargeLesionSummary> LargeLesions { get; private set; } = [];

    /// <summary>Every technique but the first against the first, per stroke type and figure.</summary>
    public IReadOnlyList<SegmentationDifference> Differences { get; private set; } = [];

    /// <summary>Every pair of techniques by <see cref="Tested"/> over all studies with a lesion.</summary>
    public IReadOnlyList<ComparedPair> Pairs { get; private set; } = [];

    /// <summary>The stroke types that occur, in order, then all together.</summary>
    public IReadOnlyList<string> StrokeTypes => [.. Summary.Segmentation.Where(s => s.StrokeType != StrokeFramework.StrokeTypes.None).Select(s => s.StrokeType).Distinct(StringComparer.Ordinal)];

    /// <summary>Compares the segmentations of a result.</summary>
    /// <exception cref="ArgumentException">Two techniques were not judged on the same studies.</exception>
    public static SegmentationComparison Of(ComparisonResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var comparison = new SegmentationComparison(result);
        if (comparison._rows.Values.FirstOrDefault(r => !r.Select(s => s.Study).SequenceEqual(comparison._rows[comparison.Techniques[0]].Select(s => s.Study), StringComparer.Ordinal)) is { } other)
            throw new ArgumentException($"'{other[0].Output}' was not judged on the same studies as '{comparison.Techniques[0]}'.", nameof(result));
        comparison.LargeLesions = [.. comparison.Techniques.SelectMany(_ => comparison.StrokeTypes, comparison.CountLarge)];
        comparison.Differences = [.. comparison.Techniques.Skip(1).SelectMany(comparison.DifferencesOf)];
        comparison.Pairs = comparison.FindPairs();
        return comparison;
    }

    /// <summary>The difference of one figure to the first technique; null for the first technique itself.</summary>
    public SegmentationDifference? FindDifference(string technique, string strokeType, string metric) =>
        Differences.FirstOrDefault(d => d.Technique == technique && d.StrokeType == strokeType && d.Metric == metric);

    /// <summary>The large lesions that a technique finds in a stroke type.</summary>
    public LargeLesionSummary FindLarge(string technique, string strokeType) => LargeLesions.First(l => l.Technique == technique && l.StrokeType == strokeType);

    // Studies with a lesion, as the summary takes them.
    private List<SegmentationResult> RowsOf(string technique, string type) =>
        [.. _rows.GetValueOrDefault(technique, []).Where(r => r.HasLesion && (type == SegmentationClassSummary.AllTypes || SegmentationSummaryByClass.TypeOf(r) == type))];

    private LargeLesionSummary CountLarge(string technique, string type)
    {
        List<SegmentationResult> rows = RowsOf(technique, type);
        var bootstrap = new PatientBootstrap([.. rows.Select(r => r.Patient)], _result.Seed);
        return new(technique, type, rows.Sum(r => r.Metrics.LargeLesions.Lesions), bootstrap.Estimate(rows.Count, Sensitivity));

        double Sensitivity(IReadOnlyList<int> places)
        {
            int lesions = places.Sum(p => rows[p].Metrics.LargeLesions.Lesions);
            return lesions == 0 ? double.NaN : (double)places.Sum(p => rows[p].Metrics.LargeLesions.Found) / lesions;
        }
    }

    private IEnumerable<SegmentationDifference> DifferencesOf(string technique)
    {
        foreach (string type in StrokeTypes)
        {
            List<SegmentationResult> first = RowsOf(Techniques[0], type), second = RowsOf(technique, type);
            var bootstrap = new PatientBootstrap([.. first.Select(r => r.Patient)], _result.Seed);
            var metrics = first.Zip(second, (a, b) => (A: a.Metrics.ToList(), B: b.Metrics.ToList())).ToList();
            for (int m = 0; m < metrics[0].A.Count; m++)
            {
                int metric = m;
                double[] differences = [.. metrics.Select(r => r.B[metric].Value - r.A[metric].Value)];
                yield return new(technique, type, metrics[0].A[m].Id, bootstrap.Estimate(differences.Length, rows => MetricSummary.MeanOf(differences, rows)));
            }
        }
    }

    private IReadOnlyList<ComparedPair> FindPairs() => PairedFigures.Compare(Techniques, (first, second) =>
    {
        List<SegmentationResult> a = RowsOf(first, SegmentationClassSummary.AllTypes), b = RowsOf(second, SegmentationClassSummary.AllTypes);
        if (a.Count == 0) return null;
        double[] differences = [.. a.Zip(b, (x, y) => y.Metrics.Overlap.Dice - x.Metrics.Overlap.Dice)];
        var bootstrap = new PatientBootstrap([.. a.Select(r => r.Patient)], _result.Seed);
        // Sessions of one patient change sign together.
        double[] perPatient = [.. a.Zip(differences, (r, d) => (r.Patient, d)).GroupBy(r => r.Patient, r => r.d, StringComparer.Ordinal).Select(g => g.Sum())];
        return new(first, second, bootstrap.Patients, bootstrap.Estimate(differences.Length, rows => MetricSummary.MeanOf(differences, rows)), SignFlipTest.PValue(perPatient, _result.Seed), double.NaN);
    });
}
