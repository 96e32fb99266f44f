using StrokeFramework.Imaging;
using StrokeFramework.KMeansFastMarching.Clustering;

namespace StrokeFramework.KMeansFastMarching;

/// <summary>
/// Finds lesions by k-means on brain intensities and refines them by fast marching: the clusters far enough from normal
/// tissue are eroded to seeds, from which a front moves through intensities like theirs.
/// </summary>
[Stage("kmeans-fast-marching", "1.0.0",
    Title = "k-means with fast marching",
    Description = "Locates lesions by k-means clustering of brain intensities and refines them by a front that marches from the inside of the clusters far from normal tissue. Best for lesions with clear contrast.",
    Citation = "Mohd Noor 2020, Stroke Lesion Segmentation and Classification for Diffusion-Weighted Imaging, MSc thesis, UTeM, http://eprints.utem.edu.my/id/eprint/25380/; Sethian 1996, doi:10.1073/pnas.93.4.1591; Wang & Song 2011, doi:10.32614/RJ-2011-015",
    Needs = StudyTraits.UnitIntensity | StudyTraits.BrainMask)]
public sealed class KMeansFastMarchingSegmenter : Segmenter<KMeansFastMarchingSettings>
{
    /// <inheritdoc/>
    public override Segmentation Segment(DiffusionStudy study, StageContext context)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(context);
        var mapper = new SliceMapper(study);
        StudySlab volume = mapper.Volume;
        SortedSamples all = SortedSamples.Of(volume.Dwi, volume.Brain);
        context.CancellationToken.ThrowIfCancellationRequested();
        volume.RequireIntensities();

        // Normal tissue is a property of the brain, not of a slice: a slice can be all lesion.
        NormalTissue normal = NormalSamples.Of(all);
        RunRecorder? recorder = context.Diagnostics is null ? null : new RunRecorder(mapper.Grid);
        var search = new LesionSearch(Parameters, normal, recorder, context.CancellationToken);
        Volume<byte> labels = Parameters.Scope == SegmentationScope.Volume
            ? mapper.MapVolume<byte>(context, (slab, result) => search.Run(slab, all, result))
            : mapper.MapSlices<byte>(context, (slab, result) => search.Run(slab, SortedSamples.Of(slab.Dwi, slab.Brain), result));
        recorder?.Show(context.Diagnostics!, volume, normal);
        return new(labels);
    }

    /// <inheritdoc/>
    protected override void CheckSettings(KMeansFastMarchingSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.MaximumClusters < settings.Clusters)
            throw new ArgumentException($"'maximumClusters' ({settings.MaximumClusters}) must not be less than 'clusters' ({settings.Clusters}).", nameof(settings));
    }
}
