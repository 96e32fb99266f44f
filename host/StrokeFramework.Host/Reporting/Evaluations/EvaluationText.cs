using StrokeFramework.Host.Evaluation;
using StrokeFramework.Host.Reporting.Drawing;
using StrokeFramework.Host.Reporting.Markup;

namespace StrokeFramework.Host.Reporting.Evaluations;

/// <summary>Figures as the reader of an evaluation sees them.</summary>
internal static class EvaluationText
{
    /// <summary>A share in percent, with one decimal.</summary>
    public static string Percent(double share) => double.IsNaN(share) ? "–" : NumberText.Fixed(100 * share, 1) + " %";

    /// <summary>An interval of a share in percent; empty where there is none.</summary>
    public static string Percent(Interval interval) =>
        double.IsNaN(interval.Low) ? "" : $"{NumberText.Fixed(100 * interval.Low, 1)}–{NumberText.Fixed(100 * interval.High, 1)} %";

    /// <summary>An interval with a fixed count of decimals; empty where there is none.</summary>
    public static string Fixed(Interval interval, int decimals) =>
        double.IsNaN(interval.Low) ? "" : $"{NumberText.Fixed(interval.Low, decimals)}–{NumberText.Fixed(interval.High, decimals)}";

    /// <summary>A count and its noun, such as "1 lesion" or "3 lesions".</summary>
    public static string Count(int count, string singular, string? plural = null) => $"{NumberText.Of(count)} {(count == 1 ? singular : plural ?? singular + "s")}";

    /// <summary>The tag that marks figures made of phantoms, or nothing.</summary>
    public static RawMarkup Tag(EvaluationResult result) =>
        result.IsSynthetic ? MarkupWriter.Capture(w => w.Write($" <span class=\"tag synthetic\">{EvaluationFigure.SyntheticLabel}</span>")) : new("");

    /// <summary>Writes a table cell with a figure and its interval in small below.</summary>
    public static void Cell(MarkupWriter w, string value, string interval)
    {
        if (interval.Length == 0) w.Write($"<td class=\"n\">{value}</td>");
        else w.Write($"<td class=\"n\">{value}<small>{interval}</small></td>");
    }

    /// <summary>Writes figures side by side.</summary>
    public static void Figures(MarkupWriter w, EvaluationResult result, IEnumerable<EvaluationFigure> figures)
    {
        w.WriteLine($"<div class=\"figures\">");
        foreach (EvaluationFigure figure in figures)
        {
            w.WriteLine($"<figure id=\"figure-{figure.Id}\"><h4>{figure.Heading}{Tag(result)}</h4><figcaption>{figure.Caption}</figcaption>");
            figure.Chart.Write(w);
            w.WriteLine($"</figure>");
        }

        w.WriteLine($"</div>");
    }
}
