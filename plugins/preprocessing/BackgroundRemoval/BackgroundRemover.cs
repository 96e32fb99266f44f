using System.Globalization;
using StrokeFramework.Imaging;

namespace StrokeFramework.BackgroundRemoval;

/// <summary>Finds the brain by a threshold, drops small parts, fills holes, and sets everything else to 0.</summary>
[Stage("background-removal", "1.0.0",
    Title = "Background removal",
    Description = "Finds the brain by a threshold, drops small separate parts, fills holes and sets everything else to 0. The skull is dark on diffusion-weighted images and is not stripped separately.",
    Citation = "Mohd Noor 2020, Stroke Lesion Segmentation and Classification for Diffusion-Weighted Imaging, MSc thesis, UTeM, http://eprints.utem.edu.my/id/eprint/25380/",
    Needs = StudyTraits.UnitIntensity,
    Provides = StudyTraits.BrainMask,
    FlipEquivariant = true)]
public sealed class BackgroundRemover : Preprocessor<BackgroundRemovalSettings>
{
    private const double AlmostAll = 0.98;

    /// <inheritdoc/>
    /// <exception cref="StageException">Nothing is left of the image.</exception>
    public override DiffusionStudy Process(DiffusionStudy study, StageContext context)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(context);
        var grid = new CanonicalGrid(study.Geometry);
        ReadOnlyMemory<float> image = grid.Reorder(study.Dwi.Voxels);
        ReadOnlyMemory<byte> given = study.BrainMask is null ? default : grid.Reorder(study.BrainMask.Voxels);
        double threshold = ThresholdOf(image.Span);
        byte[] mask = Above(image.Span, given.Span, threshold);
        context.CancellationToken.ThrowIfCancellationRequested();
        int kept = KeepParts(mask, grid);
        if (kept == 0)
        {
            throw new StageException(string.Create(CultureInfo.InvariantCulture,
                $"No part of the image above {threshold:G3} of full scale is large enough to be a brain. Lower 'threshold' or the minimum size, or check the normalization."));
        }

        context.CancellationToken.ThrowIfCancellationRequested();
        Fill(mask, grid.Size);
        if (Parameters.RimErosion > 0) mask = Morphology.Erode(mask, grid.Size, grid.Spacing, StructuringElement.Ball(Parameters.RimErosion));
        context.CancellationToken.ThrowIfCancellationRequested();
        DiffusionStudy result = Apply(study, grid.Restore<byte>(mask), context);
        if (context.Diagnostics is { } sink) Show(sink, result, threshold, kept);
        context.Progress?.Report(1);
        return result;
    }

    private double ThresholdOf(ReadOnlySpan<float> image)
    {
        if (Parameters.Method == ThresholdMethod.Fixed) return Parameters.Threshold;
        return AirThreshold.Find(image) ?? throw new StageException(
            "The image has no contrast, so Otsu's threshold does not exist. Use the method 'fixed', or check that the right image was given.");
    }

    private static byte[] Above(ReadOnlySpan<float> image, ReadOnlySpan<byte> given, double threshold)
    {
        var mask = new byte[image.Length];
        for (int v = 0; v < mask.Length; v++)
        {
            if (image[v] > threshold && (given.IsEmpty || given[v] != 0)) mask[v] = 1;
        }

        return mask;
    }

    /// <summary>
    /// Keeps the large parts. They are told apart after an opening: noise in air above the threshold would otherwise
    /// join everything in 3-D. What the opening took from their edges comes back.
    /// </summary>
    private int KeepParts(byte[] mask, CanonicalGrid grid)
    {
        double minimum = grid.Size.K == 1
            ? Parameters.MinimumArea / (grid.Spacing.X * grid.Spacing.Y)
            : Parameters.MinimumVolume / grid.Geometry.VoxelVolume;
        if (Parameters.Opening == 0) return ConnectedComponents.RemoveSmall(mask, grid.Size, Connectivity.Full, minimum);

        var element = StructuringElement.Box(Math.Max(Parameters.Opening, Math.Min(grid.Spacing.X, grid.Spacing.Y)));
        byte[] opened = Morphology.Open(mask, grid.Size, grid.Spacing, element);
        int kept = ConnectedComponents.RemoveSmall(opened, grid.Size, Connectivity.Full, minimum);
        byte[] near = Morphology.Dilate(opened, grid.Size, grid.Spacing, element);
        for (int v = 0; v < mask.Length; v++) mask[v] &= near[v];
        return kept;
    }

    private void Fill(byte[] mask, GridSize size)
    {
        if (Parameters.FillHoles == HoleFillingMode.Slices) HoleFilling.FillSlices(mask, size);
        else if (Parameters.FillHoles == HoleFillingMode.Volume) HoleFilling.Fill(mask, size);
    }

    private static DiffusionStudy Apply(DiffusionStudy study, Volume<byte> mask, StageContext context)
    {
        ReadOnlySpan<float> image = study.Dwi.Span;
        ReadOnlySpan<byte> inside = mask.Span;
        var masked = new float[image.Length];
        int count = 0;
        for (int v = 0; v < masked.Length; v++)
        {
            if (inside[v] == 0) continue;
            masked[v] = image[v];
            count++;
        }

        if (count == 0) throw new StageException("The erosion of the rim leaves nothing of the brain. Lower 'rimErosion'.");
        if (count > AlmostAll * image.Length)
            context.Log?.Warning("Almost every voxel counts as brain: the image may have no background, or the threshold is too low.");
        return study.WithDwi(new(study.Geometry, masked), unitIntensity: true).WithBrainMask(mask);
    }

    private static void Show(IDiagnosticSink sink, DiffusionStudy result, double threshold, int kept)
    {
        double volume = result.BrainMask!.Span.Count((byte)1) * result.Geometry.VoxelVolume / 1000;
        sink.Add(new ScalarDiagnostic("threshold", "Background is at most this fraction of full scale", threshold));
        sink.Add(new ScalarDiagnostic("brain_volume", "Volume of the mask", volume, "ml"));
        sink.Add(new ScalarDiagnostic("parts", "Separate parts kept before holes were filled", kept));
        sink.Add(new CurveDiagnostic("histogram", "Histogram inside the mask", "Intensity", "Voxels",
            [HistogramCurve.Of("brain", Histogram.Of(result.Dwi.Span, result.BrainMask.Span, 0, 1, 200))]));
    }
}
