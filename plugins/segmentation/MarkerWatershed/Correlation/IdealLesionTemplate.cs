using StrokeFramework.Imaging;

namespace StrokeFramework.MarkerWatershed.Correlation;

/// <summary>
/// An ideal lesion of the candidate's own shape: 1 inside and 0 around it, the other way round for a dark one. A region
/// that stands out evenly from what surrounds it correlates strongly.
/// </summary>
/// <param name="least">The least correlation of a lesion.</param>
internal sealed class IdealLesionTemplate(double least) : ICorrelationTemplate
{
    /// <inheritdoc/>
    public PatchPair Compare(StudySlab slab, Candidate candidate, LesionPolarity polarity)
    {
        bool bright = polarity == LesionPolarity.Hyperintense;
        return PatchCutter.Cut(slab, candidate, (_, _, _, v) => Array.BinarySearch(candidate.Voxels, v) >= 0 == bright ? 1 : 0);
    }

    /// <inheritdoc/>
    public bool Keeps(double correlation) => correlation >= least;
}
