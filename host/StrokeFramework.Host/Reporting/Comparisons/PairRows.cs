using StrokeFramework.Host.Comparison;
using StrokeFramework.Host.Evaluation;
using StrokeFramework.Host.Reporting.Drawing;
using StrokeFramework.Host.Reporting.Evaluations;
using StrokeFramework.Host.Reporting.Markup;
using StrokeFramework.Host.Reporting.Sections;

namespace StrokeFramework.Host.Reporting.Comparisons;

/// <summary>Pairs of techniques as tables.</summary>
internal static class PairRows
{
    /// <summary>A p-value with three decimals, or that it is below what those can show.</summary>
    public static string P(double value) => value < 0.001 ? "< 0.001" : NumberText.Fixed(value, 3);

    /// <summary>Writes the pairs of segmentations.</summary>
    public static void WriteSegmentations(MarkupWriter w, IReadOnlyList<ComparedPair> pairs, EvaluationResult data)
    {
        if (pairs.Count == 0) return;
        w.WriteLine($"<h3>Pairs, by Dice over all studies with a lesion{EvaluationText.Tag(data)}</h3>");
        TableWriter.Begin(w, ["First", "Second", "#Patients", "#Second less first", "#p", "#p after Holm"]);
        foreach (ComparedPair p in pairs)
        {
            w.Write($"<tr><td class=\"key\">{p.First}</td><td class=\"key\">{p.Second}</td><td class=\"n\">{p.Patients}</td>");
            EvaluationText.Cell(w, Signed(p.Difference.Value, 3), Range(p.Difference.Interval, 3));
            w.WriteLine($"<td class=\"n\">{P(p.PValue)}</td><td class=\"n\">{P(p.HolmPValue)}</td></tr>");
        }

        TableWriter.End(w);
        w.WriteLine($"<p class=\"notice measure\">Below a difference its 95 % interval by paired bootstrap over patients. p is of a two-sided sign-flip test of each patient’s difference ({(pairs[0].Patients <= SignFlipTest.MostExact ? "exact" : $"exact where at most {NumberText.Of(SignFlipTest.MostExact)} patients differ, otherwise {NumberText.Of(SignFlipTest.Samples)} seeded draws")}), then adjusted by Holm for {EvaluationText.Count(pairs.Count, "pair")}.</p>");
    }

    /// <summary>Writes the pairs of classifiers on one kind of lesions.</summary>
    public static void WriteClassifiers(MarkupWriter w, IReadOnlyList<ComparedPair> pairs, LesionSource lesions, EvaluationResult data)
    {
        if (pairs.Count == 0) return;
        w.WriteLine($"<h3>Pairs, by patients named right, {ComparisonFigures.Words(lesions)}{EvaluationText.Tag(data)}</h3>");
        TableWriter.Begin(w, ["First", "Second", "#Patients", "#Only first right", "#Only second right", "#Second less first", "#p", "#p after Holm"]);
        foreach (ComparedPair p in pairs)
        {
            w.Write($"<tr><td class=\"key\">{p.First}</td><td class=\"key\">{p.Second}</td><td class=\"n\">{p.Patients}</td><td class=\"n\">{p.OnlyFirst ?? 0}</td><td class=\"n\">{p.OnlySecond ?? 0}</td>");
            EvaluationText.Cell(w, Signed(100 * p.Difference.Value, 1) + " %", Range(new(100 * p.Difference.Interval.Low, 100 * p.Difference.Interval.High), 1));
            w.WriteLine($"<td class=\"n\">{P(p.PValue)}</td><td class=\"n\">{P(p.HolmPValue)}</td></tr>");
        }

        TableWriter.End(w);
        w.WriteLine($"<p class=\"notice measure\">The difference is of accuracies over patients, below it its 95 % interval by paired bootstrap. p is of the exact McNemar test, two-sided, then adjusted by Holm for {EvaluationText.Count(pairs.Count, "pair")}.</p>");
    }

    /// <summary>A difference with its sign.</summary>
    public static string Signed(double value, int decimals) => (value > 0 ? "+" : "") + NumberText.Fixed(value, decimals);

    /// <summary>The interval of a difference, whose ends may be negative; empty where there is none.</summary>
    public static string Range(Interval interval, int decimals) =>
        double.IsNaN(interval.Low) ? "" : $"{Signed(interval.Low, decimals)} to {Signed(interval.High, decimals)}";
}
