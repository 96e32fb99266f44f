using System.Text.Encodings.Web;
using System.Text.Json;
using StrokeFramework.Host.Data;
using StrokeFramework.Host.Reporting.Sections;

namespace StrokeFramework.Host.Evaluation;

/// <summary>Writes <c>summary.json</c>: what was evaluated, how, and the figures that a program would ask for. NaN becomes null.</summary>
internal static class EvaluationJson
{
    internal static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(string path, EvaluationSummary summary) => AtomicFile.Write(path, stream =>
    {
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        json.WriteString("notice", ReportPage.Notice);
        WriteProtocol(json, summary.Result);
        if (summary.Lesions is { } lesions) Write(json, "lesions", lesions);
        if (summary.EndToEnd is { } endToEnd) Write(json, endToEnd);
        if (summary.Patients is { } patients) Write(json, "patients", patients);
        if (summary.Segmentation.Count > 0) WriteSegmentation(json, summary);
        if (summary.Detection.Count > 0) WriteDetection(json, summary);
        json.WriteStartArray("notes");
        foreach (string note in summary.Result.Notes) json.WriteStringValue(note);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteProtocol(Utf8JsonWriter json, EvaluationResult result)
    {
        json.WriteString("dataSet", result.DataSet);
        json.WriteBoolean("synthetic", result.IsSynthetic);
        json.WriteString("pipeline", result.Pipeline);
        json.WriteNumber("seed", result.Seed);
        json.WriteStartObject("protocol");
        json.WriteString("kind", result.Protocol switch { { Folds: not null } => "k-fold", { Model: not null } => "model", _ => "nothing-trained" });
        if (result.Protocol.Folds is { } folds) json.WriteNumber("folds", folds);
        if (result.Protocol.Model is { } model) json.WriteString("model", model);
        json.WriteString("lesions", result.Lesions == LesionSource.Truth ? "truth" : "segmented");
        json.WriteString("intervals", "95 %, percentile bootstrap over patients");
        if (result.ProbabilityMethod.Length > 0) json.WriteString("probabilities", result.ProbabilityMethod);
        json.WriteEndObject();
        json.WriteStartObject("facts");
        foreach ((string name, string value) in result.Facts) json.WriteString(name, value);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, ClassificationSummary summary)
    {
        ConfusionMatrix confusion = summary.Confusion;
        json.WriteStartObject(name);
        json.WriteNumber("rows", confusion.Total);
        json.WriteNumber("patients", summary.Patients);
        Write(json, "accuracy", summary.Accuracy);
        Write(json, "macroSensitivity", summary.MacroSensitivity);
        Write(json, "macroSpecificity", summary.MacroSpecificity);
        if (summary.Calibration is { } calibration)
        {
            Write(json, "brierScore", calibration.BrierScore);
            Write(json, "expectedCalibrationError", calibration.Error);
        }

        json.WriteStartObject("classes");
        for (int c = 0; c < confusion.Classes.Count; c++)
        {
            ClassAgreement figures = confusion.ByClass[c];
            json.WriteStartObject(confusion.Classes[c]);
            json.WriteNumber("members", figures.Members);
            Write(json, "accuracy", figures.Accuracy);
            Write(json, "sensitivity", figures.Sensitivity);
            Write(json, "specificity", figures.Specificity);
            Write(json, "falseNegativeRate", figures.FalseNegativeRate);
            Write(json, "precision", figures.Precision);
            if (c < summary.Areas.Count) Write(json, "auc", summary.Areas[c]);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, EndToEndSummary summary)
    {
        json.WriteStartObject("endToEnd");
        json.WriteNumber("right", summary.Right);
        json.WriteNumber("truthLesions", summary.TruthLesions);
        json.WriteNumber("missed", summary.Missed);
        json.WriteNumber("falseDetections", summary.FalseDetections);
        Write(json, "accuracy", summary.Accuracy);
        json.WriteEndObject();
    }

    private static void WriteSegmentation(Utf8JsonWriter json, EvaluationSummary summary)
    {
        json.WriteStartObject("segmentation");
        foreach (string output in summary.Outputs)
        {
            json.WriteStartObject(output);
            foreach (SegmentationClassSummary type in summary.Segmentation.Where(s => s.Output == output))
            {
                json.WriteStartObject(type.StrokeType);
                json.WriteNumber("studies", type.Studies);
                json.WriteNumber("patients", type.Patients);
                foreach (MetricSummary metric in type.Metrics) Write(json, metric.Id, new Estimate(metric.Mean, metric.MeanInterval));
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteDetection(Utf8JsonWriter json, EvaluationSummary summary)
    {
        json.WriteStartObject("detection");
        foreach (DetectionSummary output in summary.Detection)
        {
            json.WriteStartObject(output.Output);
            json.WriteNumber("studies", output.Studies.Count);
            Write(json, "ap50", output.MeanPrecision);
            Write(json, "ap50To95", output.MeanPrecisionOverOverlaps);
            Write(json, "sliceAccuracy", output.BySlice.Accuracy);
            Write(json, "namedSlices", output.NamedSlices);
            FreeResponsePoint usual = output.FreeResponse.At(DetectionSummary.SliceScore), large = output.FreeResponseLarge.At(DetectionSummary.SliceScore);
            Write(json, "falseBoxesPerSlice", usual.FalseBoxesPerSlice);
            Write(json, "lesionSensitivity", usual.Sensitivity);
            Write(json, "largeLesionSensitivity", large.Sensitivity);
            json.WriteStartObject("classes");
            foreach (DetectionClassSummary type in output.Classes)
            {
                json.WriteStartObject(type.Class);
                json.WriteNumber("trueBoxes", type.TrueBoxes);
                Write(json, "ap50", type.Precision);
                Write(json, "ap50To95", type.PrecisionOverOverlaps);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <summary>Writes a figure with its interval.</summary>
    internal static void Write(Utf8JsonWriter json, string name, Estimate estimate)
    {
        json.WriteStartObject(name);
        Write(json, "value", estimate.Value);
        Write(json, "low", estimate.Interval.Low);
        Write(json, "high", estimate.Interval.High);
        json.WriteEndObject();
    }

    /// <summary>Writes a number, null for what is not finite.</summary>
    internal static void Write(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value)) json.WriteNumber(name, value);
        else json.WriteNull(name);
    }
}
