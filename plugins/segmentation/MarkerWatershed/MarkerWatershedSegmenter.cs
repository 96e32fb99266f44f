using StrokeFramework.Imaging;
using StrokeFramework.MarkerWatershed.Correlation;

namespace StrokeFramework.MarkerWatershed;

/// <summary>
/// Finds lesions by a watershed on the gradient that is flooded from markers inside and outside of them, and keeps the
/// regions that a template speaks for.
/// </summary>
[Stage("marker-watershed", "1.0.0",
    Title = "Marker-controlled watershed with correlation template",
    Description = "Parts bright or dark regions from normal brain along the crest of the gradient, and drops those that look like their mirror image in the other hemisphere. For one-sided lesions with a clear edge.",
    Citation = "Mohd Noor 2020, Stroke Lesion Segmentation and Classification for Diffusion-Weighted Imaging, MSc thesis, UTeM, http://eprints.utem.edu.my/id/eprint/25380/; Meyer 1994, doi:10.1016/0165-1684(94)90060-4; Vincent 1993, doi:10.1109/83.217222",
    Needs = StudyTraits.UnitIntensity | StudyTraits.BrainMask)]
public sealed class MarkerWatershedSegmenter : Segmenter<MarkerWatershedSettings>
{
    /// <inheritdoc/>
    public override Segmentation Segment(DiffusionStudy study, StageContext context)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(context);
        var mapper = new SliceMapper(study);
        StudySlab volume = mapper.Volume;
        volume.RequireIntensities();

        // Normal tissue and the plane between the hemispheres are properties of the head, not of a slice.
        NormalTissue normal = NormalTissue.Of(volume.Dwi, volume.Brain);
        context.CancellationToken.ThrowIfCancellationRequested();
        MidsagittalPlane? plane = Parameters.Template == CorrelationTemplate.Mirror ? MidsagittalPlane.Find(volume, context.CancellationToken) : null;
        ICorrelationTemplate template = plane is { } found ? new MirrorTemplate(found, normal.Median, Parameters.MirrorCorrelation) : new IdealLesionTemplate(Parameters.IdealCorrelation);
        RunRecorder? recorder = context.Diagnostics is null ? null : new RunRecorder(mapper.Grid);
        var search = new LesionSearch(Parameters, normal, template, recorder);

        // Where slices run in parallel, each is on one thread; progress is the mapper's to report.
        bool whole = Parameters.Scope == SegmentationScope.Volume;
        var inner = new StageContext { CancellationToken = context.CancellationToken, MaxDegreeOfParallelism = whole ? context.MaxDegreeOfParallelism : 1, IdleThreads = whole ? context.IdleThreads : null };
        Volume<byte> labels = whole
            ? mapper.MapVolume<byte>(context, (slab, result) => search.Run(slab, result, inner))
            : mapper.MapSlices<byte>(context, (slab, result) => search.Run(slab, result, inner));
        recorder?.Show(context.Diagnostics!, volume, normal, Parameters, plane);
        return new(labels);
    }

    /// <inheritdoc/>
    protected override void CheckSettings(MarkerWatershedSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.ExternalMarkers == ExternalMarkers.RidgeLines && settings.Scope == SegmentationScope.Volume)
            throw new ArgumentException("'ridge-lines' as 'externalMarkers' need 'scope' 'slice': the gradient is that of the slices, so from slice to slice nothing but normal tissue stops the flood.", nameof(settings));
    }
}
