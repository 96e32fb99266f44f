using System.Text.Json;
using StrokeFramework.Host.Data;
using StrokeFramework.Host.Evaluation;
using StrokeFramework.Host.Execution;
using StrokeFramework.Host.Pipelines;
using StrokeFramework.Imaging;

namespace StrokeFramework.Host.Runs;

/// <summary>
/// Joins class probabilities with the lesions they speak of. For that a run keeps two more values per classifier than
/// the graph names: the feature table and the segmentation behind it.
/// </summary>
internal static class TypeOutputs
{
    // A colon cannot stand in an output's name, so these names are free.
    private const string Features = ":features:", Lesions = ":lesions:";

    public static PreparedPipeline Keep(PreparedPipeline pipeline)
    {
        List<PlannedOutput> outputs = [.. pipeline.Plan.Outputs];
        foreach (PlannedOutput output in pipeline.Plan.Outputs.Where(o => o.Type == PortType.Type))
        {
            PlannedNode classifier = pipeline.Plan.Nodes.First(n => n.Name == output.Node), features = pipeline.Plan.Nodes.First(n => n.Name == classifier.Inputs["features"]);
            outputs.Add(new(Features + output.Name, features.Name, PortType.Features));
            outputs.Add(new(Lesions + output.Name, features.Inputs["lesions"], PortType.Segmentation));
        }

        return outputs.Count == pipeline.Plan.Outputs.Count ? pipeline : pipeline.For(outputs);
    }

    public static bool IsKept(PlannedOutput output) => output.Name.StartsWith(':');

    public static TypeOutput Join(string output, PipelineResult result, double minimumLesionVolume)
    {
        var probabilities = (ClassProbabilities)result.Outputs[output];
        var table = (FeatureTable)result.Outputs[Features + output];
        LesionSet lesions = LesionFinder.Find((Segmentation)result.Outputs[Lesions + output], minimumLesionVolume);
        List<TypePrediction> rows = [];
        for (int r = 0; r < table.Rows.Count; r++)
        {
            FeatureRow row = table.Rows[r];
            rows.Add(new(row.Lesion, row.Slice, lesions.Lesions[row.Lesion - 1].Volume / 1000, probabilities.Best(r), probabilities.Rows[r].ToArray()));
        }

        PatientType patient = PatientType.Combine(probabilities.Classes, rows.GroupBy(r => (object)r.Lesion, r => (r.Volume, r.Probabilities)));
        return new(output, probabilities.Classes, probabilities.Method, rows, patient);
    }

    public static void Write(string path, TypeOutput type) => AtomicFile.Write(path, stream =>
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteString("notice", "Research software, not a medical device.");
        json.WriteString("type", type.Patient.Type);
        WriteProbabilities(json, type.Classes, type.Patient.Probabilities);
        json.WriteString("method", type.Method);
        json.WriteStartArray("lesions");
        foreach (TypePrediction lesion in type.Lesions)
        {
            json.WriteStartObject();
            json.WriteNumber("lesion", lesion.Lesion);
            if (lesion.Slice is { } slice) json.WriteNumber("slice", slice);
            json.WriteNumber("volumeMl", Math.Round(lesion.Volume, 6));
            json.WriteString("type", lesion.Type);
            WriteProbabilities(json, type.Classes, lesion.Probabilities);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteProbabilities(Utf8JsonWriter json, IReadOnlyList<string> classes, IReadOnlyList<double> probabilities)
    {
        json.WriteStartObject("probabilities");
        for (int c = 0; c < probabilities.Count; c++) json.WriteNumber(classes[c], Math.Round(probabilities[c], 9));
        json.WriteEndObject();
    }
}
