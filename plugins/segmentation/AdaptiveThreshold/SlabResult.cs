using StrokeFramework.AdaptiveThreshold.Blocks;

namespace StrokeFramework.AdaptiveThreshold;

/// <summary>What was found on one side in one slice or in the volume, for the report.</summary>
/// <param name="Slab">Slice number, or 0 for the volume.</param>
/// <param name="Polarity">The side.</param>
/// <param name="Guard">The blocks' kinds and the limits that they were judged by.</param>
/// <param name="Envelopes">The envelopes.</param>
/// <param name="Threshold">The threshold; NaN when there is no lesion.</param>
/// <param name="Voxels">Voxels labelled.</param>
internal sealed record SlabResult(int Slab, LesionPolarity Polarity, BlockGuard Guard, Envelopes Envelopes, double Threshold, int Voxels)
{
    /// <summary>Abnormal blocks on this side.</summary>
    public int Abnormal => Guard.CountOf(Polarity == LesionPolarity.Hyperintense ? BlockKinds.Hyper : BlockKinds.Hypo);
}
