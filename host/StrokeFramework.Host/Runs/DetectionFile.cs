using System.Text.Json;
using StrokeFramework.Host.Data;
using StrokeFramework.Host.Evaluation;

namespace StrokeFramework.Host.Runs;

/// <summary>Writes <c>_detections.json</c>: every box with its class and score, in voxel indices and in scanner space.</summary>
internal static class DetectionFile
{
    public static void Write(string path, IReadOnlyList<Detection> detections, VolumeGeometry geometry) => AtomicFile.Write(path, stream =>
    {
        using var json = new Utf8JsonWriter(stream, EvaluationJson.Options);
        json.WriteStartObject();
        json.WriteString("notice", "Research software, not a medical device.");
        json.WriteString("box", "Slice k and edges along i and j in continuous voxel indices (voxel i covers i - 0.5 to i + 0.5); corners in mm, RAS+.");
        json.WriteStartArray("detections");
        foreach (Detection detection in detections)
        {
            SliceBox box = detection.Box;
            (Point3 first, Point3 last) = box.ToWorld(geometry);
            json.WriteStartObject();
            json.WriteString("label", detection.Label);
            json.WriteNumber("score", Math.Round(detection.Score, 9));
            json.WriteNumber("slice", box.Slice);
            json.WriteNumber("minI", Math.Round(box.MinI, 4));
            json.WriteNumber("minJ", Math.Round(box.MinJ, 4));
            json.WriteNumber("maxI", Math.Round(box.MaxI, 4));
            json.WriteNumber("maxJ", Math.Round(box.MaxJ, 4));
            Write(json, "firstCornerMm", first);
            Write(json, "lastCornerMm", last);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, string name, Point3 point)
    {
        json.WriteStartArray(name);
        for (int axis = 0; axis < 3; axis++) json.WriteNumberValue(Math.Round(point[axis], 3));
        json.WriteEndArray();
    }
}
