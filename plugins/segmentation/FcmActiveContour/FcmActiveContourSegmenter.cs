using StrokeFramework.FcmActiveContour.Symmetry;
using StrokeFramework.Imaging;

namespace StrokeFramework.FcmActiveContour;

/// <summary>
/// Finds lesions by fuzzy c-means on brain intensities and refines them by an active contour: the clusters far enough from
/// normal tissue, less what has a counterpart on the other side of the head, are where contours start.
/// </summary>
[Stage("fcm-active-contour", "1.0.0",
    Title = "Fuzzy c-means with active contour",
    Description = "Locates bright and dark lesions by fuzzy c-means clustering of brain intensities, tells dark lesions from fluid by symmetry, and refines them by a Chan-Vese or geodesic contour. For lesions on one side of the head, faint ones when they are large.",
    Citation = "Mohd Noor 2020, Stroke Lesion Segmentation and Classification for Diffusion-Weighted Imaging, MSc thesis, UTeM, http://eprints.utem.edu.my/id/eprint/25380/; Noor et al. 2019, doi:10.11591/ijece.v9i3.pp1832-1841; Chan & Vese 2001, doi:10.1109/83.902291",
    Needs = StudyTraits.UnitIntensity | StudyTraits.BrainMask)]
public sealed class FcmActiveContourSegmenter : Segmenter<FcmActiveContourSettings>
{
    /// <inheritdoc/>
    public override Segmentation Segment(DiffusionStudy study, StageContext context)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(context);
        var source = new SliceMapper(study);
        source.Volume.RequireIntensities();
        // The steps follow each other, so only the outer one may report progress.
        var quiet = new StageContext { CancellationToken = context.CancellationToken, MaxDegreeOfParallelism = context.MaxDegreeOfParallelism, IdleThreads = context.IdleThreads, Seed = context.Seed };
        var crop = new BrainCrop(source, Parameters.Smoothing, quiet);
        StudySlab brain = crop.Mapper.Volume;

        // Normal tissue and the plane between the sides are properties of the head, not of a slice: a slice can be all lesion.
        byte[] inner = StartRegions.InnerBrain(brain, Parameters.RimWidth);
        NormalTissue normal = NormalTissue.Of(brain.Dwi, inner.AsSpan().ContainsAnyExcept((byte)0) ? inner : brain.Brain);
        MidsagittalPlane plane = MidsagittalPlane.Find(brain, context.CancellationToken);
        RunRecorder? recorder = context.Diagnostics is null ? null : new RunRecorder(crop);
        var search = new LesionSearch(Parameters, normal, plane, recorder, quiet);
        Volume<byte> labels = Parameters.Scope == SegmentationScope.Volume
            ? crop.Mapper.MapVolume<byte>(context, search.Run)
            : crop.Mapper.MapSlices<byte>(context, search.Run);
        recorder?.Show(context.Diagnostics!, normal, plane);
        return new(crop.Restore<byte>(crop.Measured(labels.Span), 0));
    }
}
