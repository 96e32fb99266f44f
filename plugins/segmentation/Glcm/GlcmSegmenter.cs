using System.Buffers;
using StrokeFramework.Imaging;

namespace StrokeFramework.Glcm;

/// <summary>
/// Finds lesions by thresholds read off the gray-level co-occurrence matrix of the brain: where the pairs of neighbors
/// across a threshold are fewest in relation to those beyond it.
/// </summary>
[Stage("glcm", "1.0.0",
    Title = "Gray-level co-occurrence matrix",
    Description = "Thresholds where the co-occurrence matrix shows the least boundary for the region beyond. Fast; for compact lesions that are clearly brighter than normal brain.",
    Citation = "Mohd Noor 2020, Stroke Lesion Segmentation and Classification for Diffusion-Weighted Imaging, MSc thesis, UTeM, http://eprints.utem.edu.my/id/eprint/25380/; Saad et al. 2011, J. Telecommun. Electron. Comput. Eng. 3(2); Haralick et al. 1973, doi:10.1109/TSMC.1973.4309314",
    Needs = StudyTraits.UnitIntensity | StudyTraits.BrainMask)]
public sealed class GlcmSegmenter : Segmenter<GlcmSettings>
{
    /// <inheritdoc/>
    public override Segmentation Segment(DiffusionStudy study, StageContext context)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(context);
        var mapper = new SliceMapper(study);
        StudySlab volume = mapper.Volume;
        volume.RequireIntensities();
        RunRecorder? recorder = context.Diagnostics is null ? null : new RunRecorder();
        var search = new ThresholdSearch(Parameters, recorder);
        Volume<byte> labels;
        if (Parameters.Scope == SegmentationScope.Volume)
        {
            var matrix = new CooccurrenceMatrix(Parameters.Levels);
            context.For(0, volume.Size.K, k => Count(volume, k, matrix, context));
            labels = mapper.MapVolume<byte>(context, (slab, result) => search.Run(slab, matrix, result));
        }
        else
        {
            labels = mapper.MapSlices<byte>(context, (slab, result) =>
            {
                var matrix = new CooccurrenceMatrix(Parameters.Levels);
                Count(slab, 0, matrix, context);
                search.Run(slab, matrix, result);
            });
        }

        recorder?.Show(context.Diagnostics!);
        return new(labels);
    }

    private void Count(StudySlab slab, int k, CooccurrenceMatrix matrix, StageContext context)
    {
        short[] rented = ArrayPool<short>.Shared.Rent(slab.Size.SliceCount);
        Span<short> levels = rented.AsSpan(0, slab.Size.SliceCount);
        GrayLevels.OfSlice(slab, k, Parameters.Levels, levels);
        matrix.Add(levels, slab.Size.I, slab.Size.J, PairDirections.All, context.CancellationToken);
        ArrayPool<short>.Shared.Return(rented);
    }
}
