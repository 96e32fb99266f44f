using StrokeFramework.Host.Evaluation;
using StrokeFramework.Host.Reporting.Drawing;
using StrokeFramework.Host.Reporting.Markup;
using StrokeFramework.Host.Reporting.Sections;

namespace StrokeFramework.Host.Reporting.Evaluations;

/// <summary>Where the time went. The only section that may differ between two runs.</summary>
internal static class TimeSection
{
    private static readonly (TimeKind Kind, string Words)[] Kinds =
    [
        (TimeKind.Training, "training, per fold"), (TimeKind.Prediction, "prediction, per fold"), (TimeKind.Study, "running, per study"),
    ];

    /// <summary>Writes the section where times were taken.</summary>
    public static void Write(MarkupWriter w, IReadOnlyList<EvaluationTime> times)
    {
        if (times.Count == 0) return;
        w.WriteLine($"<section id=\"times\"><h2>Times</h2>");
        TableWriter.Begin(w, ["Node", "Step", "#Count", "#Mean", "#Shortest", "#Longest", "#Together"]);
        foreach ((TimeKind kind, string words) in Kinds)
        {
            foreach (IGrouping<string, EvaluationTime> node in times.Where(t => t.Kind == kind).GroupBy(t => t.Node, StringComparer.Ordinal))
            {
                // What came from the cache took no time of its own, which says nothing about the node.
                List<TimeSpan> all = [.. node.Where(t => !t.FromCache).Select(t => t.Time)];
                int cached = node.Count() - all.Count;
                if (cached > 0) w.WriteLine($"<tr><td>{node.Key}</td><td>{words}</td><td class=\"n\">{cached}</td><td colspan=\"4\">from the cache</td></tr>");
                if (all.Count == 0) continue;
                var sum = TimeSpan.FromTicks(all.Sum(t => t.Ticks));
                w.WriteLine($"<tr><td>{node.Key}</td><td>{words}</td><td class=\"n\">{all.Count}</td><td class=\"n\">{NumberText.Of(sum / all.Count)}</td><td class=\"n\">{NumberText.Of(all.Min())}</td><td class=\"n\">{NumberText.Of(all.Max())}</td><td class=\"n\">{NumberText.Of(sum)}</td></tr>");
            }
        }

        TableWriter.End(w);
        if (Chart(times) is { } chart)
        {
            w.WriteLine($"<div class=\"figures\"><figure><h4>Mean time of each node on a study</h4>");
            chart.Write(w);
            w.WriteLine($"</figure></div>");
        }

        w.WriteLine($"<p class=\"notice measure\">Wall time on this machine. For scale, on another machine and other data: Noor 2020 reports an average training time of 1.8 s for the support vector machine.</p></section>");
    }

    private static BarChart? Chart(IReadOnlyList<EvaluationTime> times)
    {
        List<IGrouping<string, EvaluationTime>> nodes = [.. times.Where(t => t.Kind == TimeKind.Study && !t.FromCache).GroupBy(t => t.Node, StringComparer.Ordinal)];
        return nodes.Count < 2 ? null : new()
        {
            Title = "Mean time of each node on a study",
            YLabel = "Mean time (s)",
            Categories = nodes.ConvertAll(n => n.Key),
            Series = [new("time", nodes.ConvertAll(n => n.Average(t => t.Time.TotalSeconds)))],
        };
    }
}
