using System.Globalization;
using StrokeFramework.Imaging;

namespace StrokeFramework.ArtifactSuppression;

/// <summary>Drops candidates that are no lesions by their place: paired about the midsagittal plane, or thin along the brain's edge.</summary>
[Stage("artifact-suppression", "1.0.0",
    Title = "Artifact suppression",
    Description = "Drops candidates whose mirror image about the midsagittal plane is a candidate too (ventricles, most susceptibility artifacts), and bright ones that line the brain's edge. Symmetric strokes would be lost.",
    Citation = "Noor et al. 2019, doi:10.11591/ijece.v9i3.pp1832-1841",
    Needs = StudyTraits.BrainMask)]
public sealed class ArtifactSuppressor : Postprocessor<ArtifactSuppressionSettings>
{
    /// <inheritdoc/>
    public override Segmentation Process(DiffusionStudy study, Segmentation segmentation, IReadOnlyList<Detection>? detections, StageContext context)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(segmentation);
        ArgumentNullException.ThrowIfNull(context);
        if (segmentation.IsEmpty) return segmentation;
        var mapper = new SliceMapper(study);
        StudySlab volume = mapper.Volume;
        byte[] labels = mapper.Grid.Reorder(segmentation.Labels.Voxels).ToArray();
        var judge = new CandidateJudge(Parameters, volume, MidsagittalPlane.Find(volume, context.CancellationToken));
        var table = new List<IReadOnlyList<string>>();
        double dropped = 0;
        foreach (LesionPolarity polarity in LesionSide.Both.Polarities())
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            foreach (Verdict verdict in judge.Of(labels, polarity))
            {
                double milliliters = verdict.Voxels.Length * volume.PixelArea * volume.Spacing.Z / 1000;
                table.Add([polarity.Word(), Text(milliliters), Text(verdict.Mirrored), Text(verdict.Rim), Text(verdict.HalfThickness), verdict.Reason]);
                if (verdict.Reason.Length == 0) continue;
                dropped += milliliters;
                foreach (int v in verdict.Voxels) labels[v] = 0;
            }
        }

        context.Progress?.Report(1);
        if (context.Diagnostics is { } sink) Show(sink, judge.Plane, dropped, table);
        return new(mapper.Grid.Restore<byte>(labels));
    }

    private static void Show(IDiagnosticSink sink, MidsagittalPlane plane, double dropped, List<IReadOnlyList<string>> table)
    {
        sink.Add(new ScalarDiagnostic("midsagittal_turn", "Turn of the midsagittal plane within slices", plane.Turn, "°"));
        sink.Add(new ScalarDiagnostic("midsagittal_tilt", "Tilt of the midsagittal plane across slices", plane.Tilt, "°"));
        sink.Add(new ScalarDiagnostic("dropped", "Volume dropped", dropped, "ml"));
        sink.Add(new TableDiagnostic("candidates", "The candidates and why they were dropped", ["side", "ml", "mirrored", "in the rim", "half thickness, mm", "dropped because"], table));
    }

    private static string Text(double value) => value.ToString("G3", CultureInfo.InvariantCulture);
}
