using System.Globalization;
using StrokeFramework.Imaging;

namespace StrokeFramework.Glcm;

/// <summary>Collects what the report shows: only made when somebody looks.</summary>
internal sealed class RunRecorder
{
    private readonly List<SlabResult> _results = [];
    private readonly Lock _gate = new();

    public void Add(SlabResult result)
    {
        lock (_gate) _results.Add(result);
    }

    public void Show(IDiagnosticSink sink)
    {
        SlabResult[] results = [.. _results.OrderBy(r => r.Slab).ThenBy(r => r.Side.Polarity)];
        foreach (IGrouping<LesionPolarity, SlabResult> side in results.GroupBy(r => r.Side.Polarity))
        {
            SlabResult main = side.OrderByDescending(r => r.Voxels).ThenBy(r => r.Side.Level < 0 ? 1 : r.Side.Ratio).First();
            string word = side.Key.Word();
            sink.Add(new ScalarDiagnostic($"threshold_{word}", $"Threshold of the {word}-intense side, where most lesion was found", main.Side.Intensity));
            sink.Add(new ScalarDiagnostic($"ratio_{word}", $"Boundary ratio of the {word}-intense side, where most lesion was found; the guard asks for a maximum", main.Side.Ratio));
        }

        // Where most lesion was found; where none was, the slice with the most pairs.
        SlabResult most = results.OrderByDescending(r => r.Voxels).ThenByDescending(r => r.Section.Values.Sum()).First();
        ShowMatrix(sink, most.Matrix);
        ShowCurves(sink, most, [.. results.Where(r => r.Slab == most.Slab)]);
        sink.Add(new TableDiagnostic("searches", "What was found where", ["slice", "side", "normal brain", "steepest fall", "boundary ratio", "threshold", "voxels"], [.. results.Select(Row)]));
    }

    private static void ShowMatrix(IDiagnosticSink sink, CooccurrenceMatrix matrix)
    {
        var values = new double[matrix.Counts.Length];
        for (int n = 0; n < values.Length; n++) values[n] = Math.Log10(1 + matrix.Counts[n]);
        sink.Add(new MatrixDiagnostic("glcm", "Co-occurrence matrix: log10 of one more than the pairs of each two gray levels", matrix.Levels, matrix.Levels, values));
    }

    private static void ShowCurves(IDiagnosticSink sink, SlabResult most, SlabResult[] sides)
    {
        int levels = most.Matrix.Levels;
        double[] x = [.. Enumerable.Range(0, levels).Select(l => (l + 0.5) / levels)];
        var marks = new Dictionary<string, double> { ["normal brain"] = x[most.Section.Peak] };
        foreach (SlabResult r in sides)
        {
            marks[$"steepest fall {r.Side.Polarity.Word()}"] = x[r.Side.SteepestFall];
            if (r.Side.IsLesion) marks[$"threshold {r.Side.Polarity.Word()}"] = r.Side.Intensity;
        }

        sink.Add(new CurveDiagnostic("cross_section", "Cross-section along the matrix's diagonal: peaks are tissues", "Intensity", "Pairs", [new("cross-section", x, most.Section.Values)], marks));
        sink.Add(new CurveDiagnostic("gradient", "Gradient of the cross-section", "Intensity", "Pairs per level", [new("gradient", x, most.Section.Gradient)], marks));
        sink.Add(new CurveDiagnostic("boundary_ratio", "Share of pairs across a threshold among those across or beyond it", "Threshold", "Boundary / (boundary + region)",
            [.. sides.Select(r => Ratios(r.Side, x))], marks));
    }

    /// <summary>The ratio at every level that has pairs.</summary>
    private static CurveSeries Ratios(SideThreshold side, double[] x)
    {
        int[] levels = [.. Enumerable.Range(0, x.Length).Where(l => !double.IsNaN(side.Sums.RatioAt(l)))];
        return new(side.Polarity.Word(), [.. levels.Select(l => x[l])], [.. levels.Select(side.Sums.RatioAt)]);
    }

    private static string[] Row(SlabResult r) =>
    [
        Text(r.Slab), r.Side.Polarity.Word(), Text((r.Section.Peak + 0.5) / r.Matrix.Levels), Text((r.Side.SteepestFall + 0.5) / r.Matrix.Levels),
        Text(r.Side.Ratio), Text(r.Side.Intensity), Text(r.Voxels),
    ];

    private static string Text(double value) => value.ToString("G4", CultureInfo.InvariantCulture);

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
