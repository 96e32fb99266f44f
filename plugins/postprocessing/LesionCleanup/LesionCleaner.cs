using StrokeFramework.Imaging;

namespace StrokeFramework.LesionCleanup;

/// <summary>Closes gaps, fills holes and drops small lesions, bright and dark ones each on their own.</summary>
[Stage("lesion-cleanup", "1.0.0",
    Title = "Lesion cleanup",
    Description = "Closes gaps and small holes of lesions in each slice and drops lesions below a volume, bright and dark ones each on their own. Put it last.",
    Citation = "Mohd Noor 2020, Stroke Lesion Segmentation and Classification for Diffusion-Weighted Imaging, MSc thesis, UTeM, http://eprints.utem.edu.my/id/eprint/25380/")]
public sealed class LesionCleaner : Postprocessor<LesionCleanerSettings>
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
        ReadOnlyMemory<byte> before = mapper.Grid.Reorder(segmentation.Labels.Voxels);
        var labels = new byte[before.Length];
        foreach (LesionPolarity polarity in LesionSide.Both.Polarities())
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            Clean(before.Span, volume, polarity, labels, context.Diagnostics);
        }

        context.Progress?.Report(1);
        return new(mapper.Grid.Restore<byte>(labels));
    }

    private void Clean(ReadOnlySpan<byte> before, StudySlab volume, LesionPolarity polarity, byte[] labels, IDiagnosticSink? sink)
    {
        var mask = new byte[before.Length];
        for (int v = 0; v < mask.Length; v++) mask[v] = before[v] == (byte)polarity ? (byte)1 : (byte)0;
        int found = mask.AsSpan().Count((byte)1);
        if (found > 0)
        {
            if (Parameters.Closing > 0) Close(mask, volume);
            // Only what is no lesion of the other side may be closed or filled.
            HoleFilling.FillSlices(mask, volume.Size, Parameters.MaximumHole / volume.PixelArea);
            for (int v = 0; v < mask.Length; v++)
            {
                if (before[v] != 0 && before[v] != (byte)polarity) mask[v] = 0;
                else if (before[v] == 0 && volume.Brain[v] == 0) mask[v] = 0;
            }
        }

        int filled = mask.AsSpan().Count((byte)1);
        ConnectedComponents.RemoveSmall(mask, volume.Size, Connectivity.Full, MinimumVoxels(volume, polarity));
        int kept = 0;
        for (int v = 0; v < mask.Length; v++)
        {
            if (mask[v] == 0 || labels[v] != 0) continue;
            labels[v] = (byte)polarity;
            kept++;
        }

        if (sink is null) return;
        double milliliters = volume.PixelArea * volume.Spacing.Z / 1000;
        string side = polarity == LesionPolarity.Hyperintense ? "Bright" : "Dark";
        sink.Add(new ScalarDiagnostic($"{polarity.Word()}_closed", $"{side} volume added by closing and filling", (filled - found) * milliliters, "ml"));
        sink.Add(new ScalarDiagnostic($"{polarity.Word()}_dropped", $"{side} volume dropped as too small", (filled - kept) * milliliters, "ml"));
    }

    private void Close(byte[] mask, StudySlab volume)
    {
        GridSize slice = volume.Size with { K = 1 };
        for (int k = 0; k < volume.Size.K; k++)
        {
            Span<byte> of = mask.AsSpan(k * slice.SliceCount, slice.SliceCount);
            if (of.ContainsAnyExcept((byte)0)) Morphology.Close(of, slice, volume.Spacing, StructuringElement.Ball(Parameters.Closing)).CopyTo(of);
        }
    }

    private double MinimumVoxels(StudySlab volume, LesionPolarity polarity)
    {
        if (volume.Size.K == 1) return Parameters.MinimumArea / volume.PixelArea;
        double minimum = polarity == LesionPolarity.Hyperintense ? Parameters.MinimumBright : Parameters.MinimumDark;
        return minimum / (volume.PixelArea * volume.Spacing.Z);
    }
}
