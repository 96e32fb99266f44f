using System.Text.Encodings.Web;
using System.Text.Json;
using StrokeFramework.Host.Data;
using StrokeFramework.Host.Execution;

namespace StrokeFramework.Host.Runs;

/// <summary>Writes what the stages wanted shown: one JSON file per node, and maps as NIfTI on the study's grid.</summary>
internal static class DiagnosticFiles
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(StudyFolder folder, IReadOnlyList<NodeResult> nodes, NiftiHeader? header, CancellationToken cancellation)
    {
        foreach (NodeResult node in nodes.Where(n => n.Diagnostics.Count > 0))
        {
            AtomicFile.Write(Path.Combine(folder.Diagnostics, node.Node + ".json"), stream => WriteJson(stream, node));
            foreach (MapDiagnostic map in node.Diagnostics.OfType<MapDiagnostic>())
                NiftiFile.Write(Path.Combine(folder.Diagnostics, MapName(node.Node, map)), map.Values, header, map.Name, cancellation);
        }
    }

    private static string MapName(string node, MapDiagnostic map) => $"{node}_{string.Concat(map.Name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'))}.nii.gz";

    private static void WriteJson(Stream stream, NodeResult node)
    {
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        foreach (Diagnostic diagnostic in node.Diagnostics)
        {
            json.WriteStartObject(diagnostic.Name);
            json.WriteString("caption", diagnostic.Caption);
            WriteContent(json, node.Node, diagnostic);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteContent(Utf8JsonWriter json, string node, Diagnostic diagnostic)
    {
        switch (diagnostic)
        {
            case ScalarDiagnostic scalar:
                WriteNumber(json, "value", scalar.Value);
                if (scalar.Unit.Length > 0) json.WriteString("unit", scalar.Unit);
                break;
            case CurveDiagnostic curve:
                json.WriteString("x", curve.XLabel);
                json.WriteString("y", curve.YLabel);
                json.WriteStartObject("series");
                foreach (CurveSeries series in curve.Series)
                {
                    json.WriteStartObject(series.Label);
                    WriteNumbers(json, "x", series.X);
                    WriteNumbers(json, "y", series.Y);
                    json.WriteEndObject();
                }

                json.WriteEndObject();
                json.WriteStartObject("marks");
                foreach ((string name, double position) in (curve.Marks ?? new Dictionary<string, double>()).OrderBy(m => m.Key, StringComparer.Ordinal)) WriteNumber(json, name, position);
                json.WriteEndObject();
                break;
            case MatrixDiagnostic matrix:
                json.WriteNumber("rows", matrix.Rows);
                json.WriteNumber("columns", matrix.Columns);
                WriteNumbers(json, "values", matrix.Values.ToArray());
                break;
            case MapDiagnostic map:
                json.WriteString("file", MapName(node, map));
                if (map.Unit.Length > 0) json.WriteString("unit", map.Unit);
                break;
            case TableDiagnostic table:
                WriteTexts(json, "header", table.Header);
                json.WriteStartArray("rows");
                foreach (IReadOnlyList<string> row in table.Rows) WriteTexts(json, null, row);
                json.WriteEndArray();
                break;
            default:
                throw new InvalidOperationException($"A {diagnostic.GetType().Name} cannot be written.");
        }
    }

    private static void WriteTexts(Utf8JsonWriter json, string? name, IReadOnlyList<string> texts)
    {
        if (name is null) json.WriteStartArray();
        else json.WriteStartArray(name);
        foreach (string text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, IReadOnlyList<double> values)
    {
        json.WriteStartArray(name);
        foreach (double value in values)
        {
            if (double.IsFinite(value)) json.WriteNumberValue(value);
            else json.WriteNullValue();
        }

        json.WriteEndArray();
    }

    // JSON has no NaN or infinity.
    private static void WriteNumber(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value)) json.WriteNumber(name, value);
        else json.WriteNull(name);
    }
}
