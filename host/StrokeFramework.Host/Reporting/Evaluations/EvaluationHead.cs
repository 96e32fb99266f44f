using StrokeFramework.Host.Evaluation;
using StrokeFramework.Host.Reporting.Drawing;
using StrokeFramework.Host.Reporting.Markup;
using StrokeFramework.Host.Reporting.Sections;

namespace StrokeFramework.Host.Reporting.Evaluations;

/// <summary>What was evaluated, the headline figures, and what to beware of.</summary>
internal static class EvaluationHead
{
    /// <summary>Writes the head.</summary>
    public static void Write(MarkupWriter w, EvaluationSummary summary)
    {
        EvaluationResult result = summary.Result;
        Begin(w, result, $"Evaluation on {result.DataSet}", result.Pipeline, Protocol(result));
        WriteHeadlines(w, summary);
        w.WriteLine($"</dl></header>");
    }

    /// <summary>Writes a head up to its headline figures, whose list it leaves open: what was done in words, and the notes.</summary>
    public static void Begin(MarkupWriter w, EvaluationResult result, string heading, string finding, string protocol)
    {
        w.WriteLine($"<header>");
        w.WriteLine($"<h1>{heading}{EvaluationText.Tag(result)}</h1>");
        w.WriteLine($"<p class=\"finding\">{finding}</p>");
        w.WriteLine($"<p class=\"dim\">{protocol}</p>");
        w.WriteLine($"<p class=\"notice\">{ReportPage.Notice}</p>");
        if (result.Notes.Count > 0)
        {
            w.WriteLine($"<ul class=\"warnings\" aria-label=\"Notes\">");
            foreach (string note in result.Notes) w.WriteLine($"<li>{note}</li>");
            w.WriteLine($"</ul>");
        }

        w.WriteLine($"<dl class=\"headlines\">");
    }

    /// <summary>Writes a headline figure.</summary>
    public static void Headline(MarkupWriter w, EvaluationResult result, string name, string value, string interval, string detail)
    {
        w.Write($"<div><dt>{name}{EvaluationText.Tag(result)}</dt><dd class=\"value\">{value}</dd>");
        if (interval.Length > 0) w.Write($"<dd>95 % interval {interval}</dd>");
        w.WriteLine($"<dd>{detail}</dd></div>");
    }

    private static void WriteHeadlines(MarkupWriter w, EvaluationSummary summary)
    {
        if (summary.Lesions is { } lesions)
            Headline(w, summary.Result, "Accuracy of lesions", EvaluationText.Percent(lesions.Accuracy.Value), EvaluationText.Percent(lesions.Accuracy.Interval), $"{lesions.Confusion.Correct} of {EvaluationText.Count(lesions.Confusion.Total, "lesion")} named right");
        if (summary.EndToEnd is { } all && summary.Result.Lesions == LesionSource.Segmented)
            Headline(w, summary.Result, "End-to-end accuracy", EvaluationText.Percent(all.Accuracy.Value), EvaluationText.Percent(all.Accuracy.Interval), $"{all.Right} of {EvaluationText.Count(all.TruthLesions, "truth lesion")} found and named right; {all.Missed} missed. Not counted: {EvaluationText.Count(all.FalseDetections, "false detection")}");
        if (summary.Patients is { } patients)
            Headline(w, summary.Result, "Accuracy of patients", EvaluationText.Percent(patients.Accuracy.Value), EvaluationText.Percent(patients.Accuracy.Interval), $"{patients.Confusion.Correct} of {EvaluationText.Count(patients.Confusion.Total, "patient")} named right");
        foreach (DetectionSummary boxes in summary.Detection.Where(d => d.Classes.Count > 0))
            Headline(w, summary.Result, $"Mean AP50{(summary.Detection.Count > 1 ? $" of {boxes.Output}" : "")}", NumberText.Fixed(boxes.MeanPrecision.Value, 3), EvaluationText.Fixed(boxes.MeanPrecision.Interval, 3), $"over {EvaluationText.Count(boxes.Classes.Count, "class", "classes")} and {EvaluationText.Count(boxes.Classes.Sum(c => c.TrueBoxes), "true box", "true boxes")}");
        foreach (string output in summary.Outputs)
        {
            if (summary.Find(output, SegmentationClassSummary.AllTypes) is { } segmented && segmented.Find("dice") is { } dice)
                Headline(w, summary.Result, $"Mean Dice{Of(output)}", NumberText.Fixed(dice.Mean, 3), EvaluationText.Fixed(dice.MeanInterval, 3), $"over {EvaluationText.Count(segmented.Studies, "study", "studies")} with a lesion");
            else if (summary.Find(output, StrokeTypes.None)?.Find(SegmentationSummaryByClass.FalseVolume) is { } volume)
                Headline(w, summary.Result, $"Mean false volume{Of(output)}", NumberText.Fixed(volume.Mean, 2) + " ml", EvaluationText.Fixed(volume.MeanInterval, 2), $"over {EvaluationText.Count(volume.Count, "study", "studies")} without a lesion");
        }

        string Of(string output) => summary.Outputs.Count > 1 ? $" of {output}" : "";
    }

    private static string Protocol(EvaluationResult result)
    {
        string kind = result.Protocol switch
        {
            { Folds: { } folds } => $"{NumberText.Of(folds)}-fold cross-validation",
            { Model: { } model } => $"Model {model}",
            _ => "Nothing trained",
        };
        string lesions = result.LesionPredictions.Count + result.MissedLesions.Count == 0 ? "" : result.Lesions == LesionSource.Truth ? " · lesions of the truth" : " · lesions as segmented";
        return $"{kind}{lesions} · seed {result.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
    }
}
