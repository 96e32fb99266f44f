using System.Text.Json;
using StrokeFramework.Host.Data;
using StrokeFramework.Host.Evaluation;
using StrokeFramework.Host.Reporting.Sections;

namespace StrokeFramework.Host.Comparison;

/// <summary>Writes <c>summary.json</c>: what was compared, how, and the figures that a program would ask for. NaN becomes null.</summary>
internal static class ComparisonJson
{
    public static void Write(string path, ComparisonSummary summary) => AtomicFile.Write(path, stream =>
    {
        using var json = new Utf8JsonWriter(stream, EvaluationJson.Options);
        json.WriteStartObject();
        json.WriteString("notice", ReportPage.Notice);
        WriteProtocol(json, summary.Result);
        if (summary.Segmentation is { } segmentation) WriteSegmentation(json, segmentation);
        if (summary.Classification is { } classification) WriteClassification(json, classification);
        json.WriteStartArray("notes");
        foreach (string note in summary.Result.Notes) json.WriteStringValue(note);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteProtocol(Utf8JsonWriter json, ComparisonResult result)
    {
        json.WriteString("dataSet", result.DataSet);
        json.WriteBoolean("synthetic", result.IsSynthetic);
        json.WriteNumber("seed", result.Seed);
        if (result.Folds is { } folds) json.WriteNumber("folds", folds);
        json.WriteString("intervals", "95 %, percentile bootstrap over patients");
        json.WriteStartArray("variants");
        foreach (ComparedVariant variant in result.Variants)
        {
            json.WriteStartObject();
            json.WriteString("name", variant.Name);
            json.WriteString("pipeline", variant.Pipeline);
            json.WriteString("file", variant.File);
            json.WriteStartObject("nodes");
            foreach ((string node, string description) in variant.Nodes) json.WriteString(node, description);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (result.Ceiling.Length > 0) json.WriteString("ceiling", result.Ceiling);
    }

    private static void WriteSegmentation(Utf8JsonWriter json, SegmentationComparison comparison)
    {
        json.WriteStartObject("segmentation");
        foreach (string technique in comparison.Techniques)
        {
            json.WriteStartObject(technique);
            foreach (SegmentationClassSummary type in comparison.Summary.Segmentation.Where(s => s.Output == technique))
            {
                json.WriteStartObject(type.StrokeType);
                json.WriteNumber("studies", type.Studies);
                json.WriteNumber("patients", type.Patients);
                foreach (MetricSummary metric in type.Metrics) EvaluationJson.Write(json, metric.Id, new Estimate(metric.Mean, metric.MeanInterval));
                if (type.StrokeType == StrokeTypes.None) EvaluationJson.Write(json, "median_false_volume_ml", type.Find(SegmentationSummaryByClass.FalseVolume)!.Median);
                else EvaluationJson.Write(json, SegmentationComparisonTables.LargeSensitivity, comparison.FindLarge(technique, type.StrokeType).Sensitivity);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
        WritePairs(json, "segmentationPairs", comparison.Pairs);
    }

    private static void WriteClassification(Utf8JsonWriter json, ClassifierComparison comparison)
    {
        json.WriteStartObject("classification");
        foreach (LesionSource lesions in comparison.Lesions)
        {
            json.WriteStartObject(ClassifierComparisonTables.NameOf(lesions));
            foreach (ComparedClassifier classifier in comparison.Classifiers.Where(c => c.Lesions == lesions))
            {
                json.WriteStartObject(classifier.Technique);
                Write(json, "lesions", classifier.Summary.Lesions, classifier.LesionArea);
                Write(json, "patients", classifier.Summary.Patients, classifier.PatientArea);
                if (lesions == LesionSource.Segmented && classifier.Summary.EndToEnd is { } all) EvaluationJson.Write(json, "endToEndAccuracy", all.Accuracy);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
        WritePairs(json, "classificationPairs", comparison.Pairs);
        IReadOnlyList<OrderLine> order = ThesisOrder.Of(comparison);
        if (order.Count == 0) return;
        json.WriteStartObject("order");
        foreach (OrderLine line in order) json.WriteString($"{ClassifierComparisonTables.NameOf(line.Lesions)}, {line.Unit}", line.Order);
        json.WriteString("thesis", ThesisOrder.Thesis);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, ClassificationSummary? summary, Estimate area)
    {
        if (summary is null) return;
        json.WriteStartObject(name);
        json.WriteNumber("rows", summary.Confusion.Total);
        json.WriteNumber("patients", summary.Patients);
        EvaluationJson.Write(json, "accuracy", summary.Accuracy);
        EvaluationJson.Write(json, "macroSensitivity", summary.MacroSensitivity);
        EvaluationJson.Write(json, "macroSpecificity", summary.MacroSpecificity);
        EvaluationJson.Write(json, "macroAuc", area);
        json.WriteEndObject();
    }

    private static void WritePairs(Utf8JsonWriter json, string name, IReadOnlyList<ComparedPair> pairs)
    {
        json.WriteStartArray(name);
        foreach (ComparedPair pair in pairs)
        {
            json.WriteStartObject();
            if (pair.Lesions is { } lesions) json.WriteString("lesions", ClassifierComparisonTables.NameOf(lesions));
            json.WriteString("first", pair.First);
            json.WriteString("second", pair.Second);
            json.WriteNumber("patients", pair.Patients);
            EvaluationJson.Write(json, "difference", pair.Difference);
            if (pair.OnlyFirst is { } first) json.WriteNumber("onlyFirstRight", first);
            if (pair.OnlySecond is { } second) json.WriteNumber("onlySecondRight", second);
            EvaluationJson.Write(json, "p", pair.PValue);
            EvaluationJson.Write(json, "pHolm", pair.HolmPValue);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
