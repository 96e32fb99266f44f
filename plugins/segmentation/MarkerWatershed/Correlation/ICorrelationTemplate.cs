using StrokeFramework.Imaging;

namespace StrokeFramework.MarkerWatershed.Correlation;

/// <summary>What candidates are compared with, and which comparison speaks for a lesion.</summary>
internal interface ICorrelationTemplate
{
    /// <summary>Takes the patch of a candidate's box and the template's patch of the same size.</summary>
    /// <param name="slab">Image and brain.</param>
    /// <param name="candidate">The candidate; its box is the patch.</param>
    /// <param name="polarity">Its side.</param>
    PatchPair Compare(StudySlab slab, Candidate candidate, LesionPolarity polarity);

    /// <summary>Whether a correlation speaks for a lesion.</summary>
    bool Keeps(double correlation);
}
