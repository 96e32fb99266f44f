using StrokeFramework.Host.Evaluation;
using StrokeFramework.Host.Reporting.Drawing;
using StrokeFramework.Host.Reporting.Markup;

namespace StrokeFramework.Host.Reporting.Sections;

/// <summary>The lesions of each segmentation and its agreement with the truth.</summary>
internal static class ResultSection
{
    private const int MostLesions = 30;

    /// <summary>Writes the lesion tables.</summary>
    public static void WriteLesions(MarkupWriter w, StudyReport report)
    {
        if (report.Segmentations.Count == 0) return;
        w.WriteLine($"<section id=\"lesions\"><h2>Lesions</h2>");
        foreach (StudySegmentation segmentation in report.Segmentations)
        {
            if (report.Segmentations.Count > 1) w.WriteLine($"<h3>{segmentation.Name}</h3>");
            if (segmentation.Lesions.Lesions.Count == 0) w.WriteLine($"<p>No lesion found.</p>");
            else WriteTable(w, segmentation.Lesions);
        }

        w.WriteLine($"</section>");
    }

    /// <summary>Writes the agreement with the truth, a column per segmentation.</summary>
    public static void WriteMetrics(MarkupWriter w, StudyReport report)
    {
        var measured = report.Segmentations.Where(s => s.Metrics is not null).ToList();
        if (measured.Count == 0) return;
        w.WriteLine($"<section id=\"metrics\"><h2>Agreement with the truth</h2>");
        TableWriter.Begin(w, ["Metric", .. measured.Select(s => "#" + s.Name)]);
        var columns = measured.Select(s => s.Metrics!.ToList()).ToList();
        for (int row = 0; row < columns[0].Count; row++)
        {
            MetricValue metric = columns[0][row];
            w.Write($"<tr><td class=\"wide\">{metric.Name}");
            if (metric.Description.Length > 0) w.Write($"<small>{metric.Description}</small>");
            w.Write($"</td>");
            foreach (IReadOnlyList<MetricValue> column in columns) w.Write($"<td class=\"n\">{Text(column[row])}</td>");
            w.WriteLine($"</tr>");
        }

        TableWriter.End(w);
        w.WriteLine($"<p class=\"notice\">TP, FP, FN and TN count voxels in both masks, in the segmentation only, in the truth only and in neither.</p></section>");
    }

    private static string Text(MetricValue metric) => metric.Unit switch
    {
        MetricValue.Count => NumberText.Of(metric.Value),
        "" => NumberText.Fixed(metric.Value, 3),
        _ => $"{NumberText.Fixed(metric.Value, 2)}{(double.IsNaN(metric.Value) ? "" : " " + metric.Unit)}",
    };

    private static void WriteTable(MarkupWriter w, LesionSet set)
    {
        TableWriter.Begin(w, ["#No.", "#Volume (ml)", "Against brain", "Center: right, anterior, superior (mm)", "#Slices"]);
        foreach (Lesion lesion in set.Lesions.Take(MostLesions))
        {
            var place = LesionPlace.Of(lesion, set.Geometry);
            string polarity = lesion.Polarity == LesionPolarity.Hypointense ? "darker" : "brighter", slices = place.FirstSlice == place.LastSlice ? NumberText.Of(place.FirstSlice) : $"{NumberText.Of(place.FirstSlice)}–{NumberText.Of(place.LastSlice)}";
            w.WriteLine($"<tr><td class=\"n\">{lesion.Number}</td><td class=\"n\">{NumberText.Fixed(lesion.Volume / 1000, 2)}</td><td>{polarity}</td><td>{place.Describe()}</td><td class=\"n\">{slices}</td></tr>");
        }

        TableWriter.End(w);
        if (set.Lesions.Count <= MostLesions) return;
        double rest = set.Lesions.Skip(MostLesions).Sum(l => l.Volume) / 1000;
        w.WriteLine($"<p class=\"notice\">And {set.Lesions.Count - MostLesions} smaller ones, {HeadSection.Milliliters(rest)} ml together.</p>");
    }
}
