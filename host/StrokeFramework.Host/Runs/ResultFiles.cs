using StrokeFramework.Host.Data;
using StrokeFramework.Host.Pipelines;

namespace StrokeFramework.Host.Runs;

/// <summary>Writes the outputs of the graph. Each file is complete or absent.</summary>
internal static class ResultFiles
{
    public static void Write(StudyFolder folder, PlannedOutput output, object value, VolumeGeometry geometry, NiftiHeader? header, CancellationToken cancellation)
    {
        switch (value)
        {
            case Segmentation segmentation:
                NiftiFile.Write(folder.Mask(output.Name), segmentation.Labels, header, $"{output.Name}: 1 bright, 2 dark lesion", cancellation);
                break;
            case DiffusionStudy study:
                NiftiFile.Write(folder.Image(output.Name), study.Dwi, header, output.Name, cancellation);
                if (study.BrainMask is { } brain) NiftiFile.Write(folder.BrainMask(output.Name), brain, header, "brain mask", cancellation);
                break;
            case FeatureTable table:
                WriteTable(folder.Features(output.Name), table);
                break;
            case IReadOnlyList<Detection> detections:
                DetectionFile.Write(folder.Detections(output.Name), detections, geometry);
                break;
            default:
                throw new InvalidOperationException($"The output '{output.Name}' cannot be written.");
        }
    }

    private static void WriteTable(string path, FeatureTable table) => CsvTable.Write(
        path,
        ["lesion", "slice", .. table.Schema.Columns.Select(c => c.Unit.Length == 0 ? c.Name : $"{c.Name} [{c.Unit}]")],
        table.Rows.Select(r => (IEnumerable<string>)[CsvTable.Cell(r.Lesion), CsvTable.Cell(r.Slice), .. r.Values.ToArray().Select(v => CsvTable.Cell(v))]));
}
