using StrokeFramework.Host.Evaluation;
using StrokeFramework.Host.Reporting.Drawing;
using StrokeFramework.Host.Reporting.Markup;
using StrokeFramework.Host.Reporting.Sections;

namespace StrokeFramework.Host.Reporting.Evaluations;

/// <summary>How well boxes find and name lesions.</summary>
internal static class DetectionSection
{
    private static readonly double[] Scores = [0.3, 0.5, 0.7, 0.9];

    /// <summary>Writes the section where there is a detector.</summary>
    public static void Write(MarkupWriter w, EvaluationSummary summary)
    {
        if (summary.Detection.Count == 0) return;
        w.WriteLine($"<section id=\"detection\"><h2>Detection</h2>");
        EvaluationText.Figures(w, summary.Result, EvaluationFigures.Detection(summary));
        foreach (DetectionSummary output in summary.Detection)
        {
            string name = summary.Detection.Count > 1 ? $": {output.Output}" : "";
            WriteClasses(w, summary, output, name);
            WriteFreeResponse(w, summary, output, name);
        }

        w.WriteLine($"</section>");
    }

    private static void WriteClasses(MarkupWriter w, EvaluationSummary summary, DetectionSummary output, string name)
    {
        ConfusionMatrix slices = output.BySlice.Confusion;
        w.WriteLine($"<h3>By stroke type{name}{EvaluationText.Tag(summary.Result)}</h3>");
        TableWriter.Begin(w, ["Stroke type", "#True boxes", "#AP50", "#AP50:95", "#Slice accuracy", "#Slice sensitivity", "#Slice specificity"]);
        foreach (DetectionClassSummary type in output.Classes)
        {
            ClassAgreement agreement = slices.ByClass[slices.Classes.Index().First(c => c.Item == type.Class).Index];
            w.Write($"<tr><td class=\"key\">{type.Class}</td><td class=\"n\">{type.TrueBoxes}</td>");
            EvaluationText.Cell(w, NumberText.Fixed(type.Precision.Value, 3), EvaluationText.Fixed(type.Precision.Interval, 3));
            EvaluationText.Cell(w, NumberText.Fixed(type.PrecisionOverOverlaps, 3), "");
            EvaluationText.Cell(w, EvaluationText.Percent(agreement.Accuracy), "");
            EvaluationText.Cell(w, EvaluationText.Percent(agreement.Sensitivity), "");
            EvaluationText.Cell(w, EvaluationText.Percent(agreement.Specificity), "");
            w.WriteLine($"</tr>");
        }

        w.Write($"<tr><td class=\"key\">mean</td><td class=\"n\">{output.Classes.Sum(c => c.TrueBoxes)}</td>");
        EvaluationText.Cell(w, NumberText.Fixed(output.MeanPrecision.Value, 3), EvaluationText.Fixed(output.MeanPrecision.Interval, 3));
        EvaluationText.Cell(w, NumberText.Fixed(output.MeanPrecisionOverOverlaps, 3), "");
        EvaluationText.Cell(w, EvaluationText.Percent(output.BySlice.Accuracy.Value), EvaluationText.Percent(output.BySlice.Accuracy.Interval));
        EvaluationText.Cell(w, EvaluationText.Percent(output.BySlice.MacroSensitivity.Value), EvaluationText.Percent(output.BySlice.MacroSensitivity.Interval));
        EvaluationText.Cell(w, EvaluationText.Percent(output.BySlice.MacroSpecificity.Value), EvaluationText.Percent(output.BySlice.MacroSpecificity.Interval));
        w.WriteLine($"</tr>");
        TableWriter.End(w);
        w.WriteLine($"<p class=\"notice measure\">AP50 is the average precision of boxes that overlap a true box by an IoU of 0.5; AP50:95 its mean over overlaps from 0.5 to 0.95. A slice has the class of its best box of score {NumberText.Fixed(DetectionSummary.SliceScore, 1)} or more; slices without a lesion are a class of their own, which is part of the means.</p>");
    }

    private static void WriteFreeResponse(MarkupWriter w, EvaluationSummary summary, DetectionSummary output, string name)
    {
        w.WriteLine($"<h3>Lesions found{name}{EvaluationText.Tag(summary.Result)}</h3>");
        TableWriter.Begin(w, ["Score at least", "#False boxes per slice", "#Lesions found", "#Lesions of 0.5 ml and more found"]);
        foreach (double score in Scores)
        {
            FreeResponsePoint all = output.FreeResponse.At(score), large = output.FreeResponseLarge.At(score);
            w.WriteLine($"<tr><td>{NumberText.Fixed(score, 1)}</td><td class=\"n\">{NumberText.Fixed(all.FalseBoxesPerSlice, 3)}</td><td class=\"n\">{EvaluationText.Percent(all.Sensitivity)}</td><td class=\"n\">{EvaluationText.Percent(large.Sensitivity)}</td></tr>");
        }

        TableWriter.End(w);
        w.WriteLine($"<p class=\"notice measure\">Of {EvaluationText.Count(output.FreeResponse.Lesions, "lesion")}, {NumberText.Of(output.FreeResponseLarge.Lesions)} of them of 0.5 ml and more, in {EvaluationText.Count(output.FreeResponse.Slices, "slice")}. A lesion is found when a box of its class overlaps it by an IoU of {NumberText.Fixed(FreeResponse.LeastOverlap, 1)} in any slice; a box that does so with none is false.</p>");
    }
}
