using StrokeFramework.Host.Evaluation;
using StrokeFramework.Host.Reporting.Drawing;
using StrokeFramework.Host.Reporting.Markup;
using StrokeFramework.Host.Reporting.Sections;

namespace StrokeFramework.Host.Reporting.Evaluations;

/// <summary>What went wrong, one by one, with the way to each study's own report.</summary>
internal static class ErrorSection
{
    private const int MostRows = 100;

    /// <summary>Writes the section where something was named.</summary>
    public static void Write(MarkupWriter w, EvaluationSummary summary)
    {
        if (summary.EndToEnd is null) return;
        EvaluationResult result = summary.Result;
        w.WriteLine($"<section id=\"errors\"><h2>Errors</h2>");
        WriteWrong(w, result);
        w.WriteLine($"<div class=\"side-by-side\">");
        WritePatients(w, result);
        if (result.Lesions == LesionSource.Segmented)
        {
            WriteMissed(w, result);
            WriteFalse(w, result);
        }

        w.WriteLine($"</div></section>");
    }

    private static void WriteWrong(MarkupWriter w, EvaluationResult result)
    {
        List<LesionPrediction> wrong = [.. result.LesionPredictions.Where(p => !p.IsRight && !p.IsFalseDetection)];
        Table(w, "Lesions named wrong", "No lesion was named wrong.", wrong, ["Study", "#Lesion", "True class", "Predicted class", "#Its probability", "#Probability of the true class", "#Volume (ml)"], p =>
        {
            WriteStudy(w, result, p.Study);
            w.Write($"<td class=\"n\">{Number(p)}</td><td>{p.TrueClass}</td><td>{p.PredictedClass}</td><td class=\"n\">{Probability(result, p, p.PredictedClass)}</td><td class=\"n\">{Probability(result, p, p.TrueClass!)}</td><td class=\"n\">{NumberText.Fixed(p.Volume, 2)}</td>");
        });
    }

    private static void WritePatients(MarkupWriter w, EvaluationResult result)
    {
        if (result.Patients.Count == 0) return;
        Table(w, "Patients named wrong", "No patient was named wrong.", [.. result.Patients.Where(p => !p.IsRight)], ["Patient", "True class", "Predicted class"], p => w.Write($"<td>{p.Patient}</td><td>{p.TrueClass}</td><td>{p.PredictedClass}</td>"));
    }

    private static void WriteMissed(MarkupWriter w, EvaluationResult result) =>
        Table(w, "Missed lesions", "No truth lesion was missed.", result.MissedLesions, ["Study", "True class", "#Volume (ml)"], m =>
        {
            WriteStudy(w, result, m.Study);
            w.Write($"<td>{m.Class}</td><td class=\"n\">{NumberText.Fixed(m.Volume, 2)}</td>");
        });

    private static void WriteFalse(MarkupWriter w, EvaluationResult result)
    {
        List<LesionPrediction> found = [.. result.LesionPredictions.Where(p => p.IsFalseDetection)];
        Table(w, "False detections", "Nothing was found that is no lesion.", found, ["Study", "#Lesion", "Predicted class", "#Its probability", "#Volume (ml)"], p =>
        {
            WriteStudy(w, result, p.Study);
            w.Write($"<td class=\"n\">{Number(p)}</td><td>{p.PredictedClass}</td><td class=\"n\">{Probability(result, p, p.PredictedClass)}</td><td class=\"n\">{NumberText.Fixed(p.Volume, 2)}</td>");
        });
    }

    private static void Table<T>(MarkupWriter w, string heading, string none, IReadOnlyList<T> rows, IEnumerable<string> heads, Action<T> write)
    {
        w.WriteLine($"<div><h3>{heading}{(rows.Count > 0 ? $" ({NumberText.Of(rows.Count)})" : "")}</h3>");
        if (rows.Count == 0)
        {
            w.WriteLine($"<p>{none}</p></div>");
            return;
        }

        TableWriter.Begin(w, heads);
        foreach (T row in rows.Take(MostRows))
        {
            w.Write($"<tr>");
            write(row);
            w.WriteLine($"</tr>");
        }

        TableWriter.End(w);
        if (rows.Count > MostRows) w.WriteLine($"<p class=\"notice\">The first {MostRows} of {rows.Count}; classification.csv holds them all.</p>");
        w.WriteLine($"</div>");
    }

    private static void WriteStudy(MarkupWriter w, EvaluationResult result, string study)
    {
        if (!result.StudyReports.TryGetValue(study, out string? path)) w.Write($"<td>{study}</td>");
        else w.Write($"<td><a href=\"./{string.Join('/', path.Split('/').Select(p => p == ".." ? p : Uri.EscapeDataString(p)))}\">{study}</a></td>");
    }

    private static string Number(LesionPrediction p) => p.Slice is { } slice ? $"{NumberText.Of(p.Lesion)}, slice {NumberText.Of(slice)}" : NumberText.Of(p.Lesion);

    private static string Probability(EvaluationResult result, LesionPrediction p, string name)
    {
        int place = result.Classes.Index().First(c => c.Item == name).Index;
        return NumberText.Fixed(p.Probabilities[place], 2);
    }
}
