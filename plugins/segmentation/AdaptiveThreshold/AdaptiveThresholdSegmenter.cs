using StrokeFramework.AdaptiveThreshold.Blocks;
using StrokeFramework.Imaging;

namespace StrokeFramework.AdaptiveThreshold;

/// <summary>
/// Finds lesions by an intensity threshold that adapts to the image: slices are split into blocks, and the threshold lies
/// where the histograms of abnormal blocks overtake those of normal ones.
/// </summary>
[Stage("adaptive-threshold", "1.0.0",
    Title = "Adaptive threshold",
    Description = "Splits slices into blocks, tells abnormal blocks from normal ones, and thresholds where the histograms of the abnormal ones overtake. Fast; for lesions that are clearly brighter than normal brain.",
    Citation = "Mohd Noor 2020, Stroke Lesion Segmentation and Classification for Diffusion-Weighted Imaging, MSc thesis, UTeM, http://eprints.utem.edu.my/id/eprint/25380/; Saad et al. 2011, J. Telecommun. Electron. Comput. Eng. 3(2)",
    Needs = StudyTraits.UnitIntensity | StudyTraits.BrainMask)]
public sealed class AdaptiveThresholdSegmenter : Segmenter<AdaptiveThresholdSettings>
{
    /// <inheritdoc/>
    public override Segmentation Segment(DiffusionStudy study, StageContext context)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(context);
        var mapper = new SliceMapper(study);
        StudySlab volume = mapper.Volume;
        volume.RequireIntensities();
        RunRecorder? recorder = context.Diagnostics is null ? null : new RunRecorder(mapper.Grid, Parameters);
        var search = new ThresholdSearch(Parameters, recorder);
        Volume<byte> labels;
        if (Parameters.Scope == SegmentationScope.Volume)
        {
            var histograms = new BlockHistograms(volume, Parameters);
            context.For(0, volume.Size.K, k => histograms.CountSlice(k, context.CancellationToken));
            labels = mapper.MapVolume<byte>(context, (slab, result) => search.Run(slab, histograms, result));
        }
        else
        {
            labels = mapper.MapSlices<byte>(context, (slab, result) =>
            {
                var histograms = new BlockHistograms(slab, Parameters);
                histograms.CountSlice(0, context.CancellationToken);
                search.Run(slab, histograms, result);
            });
        }

        recorder?.Show(context.Diagnostics!);
        return new(labels);
    }
}
