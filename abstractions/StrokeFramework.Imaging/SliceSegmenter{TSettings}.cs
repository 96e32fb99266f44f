namespace StrokeFramework.Imaging;

/// <summary>
/// Base class of methods that segment slice by slice. Write <see cref="SegmentSlab"/> for one slice; it is called for
/// each, in any orientation, on as many threads as allowed. A method that also makes sense in 3-D turns
/// <see cref="WholeVolume"/> on and gets all slices at once.
/// </summary>
/// <typeparam name="TSettings">The record of parameters.</typeparam>
public abstract class SliceSegmenter<TSettings> : Segmenter<TSettings>
    where TSettings : class, new()
{
    /// <summary>True to be called once with the whole volume instead of once per slice.</summary>
    protected virtual bool WholeVolume => false;

    /// <inheritdoc/>
    public override Segmentation Segment(DiffusionStudy study, StageContext context)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(context);
        var mapper = new SliceMapper(study);
        SlabFunction<byte> function = (slab, labels) => SegmentSlab(slab, labels, context);
        return new(WholeVolume ? mapper.MapVolume(context, function) : mapper.MapSlices(context, function));
    }

    /// <summary>Segments one slice, or the whole volume. Called from several threads at once.</summary>
    /// <param name="slab">The images.</param>
    /// <param name="labels">As many voxels as the slab has, all 0: set 1 for hyper-intense and 2 for hypo-intense lesion.</param>
    /// <param name="context">Cancellation, log and diagnostics.</param>
    protected abstract void SegmentSlab(StudySlab slab, Span<byte> labels, StageContext context);
}
