namespace StrokeFramework.Glcm;

/// <summary>The threshold of one side.</summary>
/// <param name="Polarity">The side.</param>
/// <param name="Sums">Region and boundary per level.</param>
/// <param name="SteepestFall">Level where the cross-section falls most steeply.</param>
/// <param name="Level">First level that is lesion, seen from normal brain; -1 when the rule finds none.</param>
/// <param name="Ratio">Boundary ratio there; NaN without a level.</param>
/// <param name="IsLesion">Whether the guard lets it pass.</param>
internal sealed record SideThreshold(LesionPolarity Polarity, PairSums Sums, int SteepestFall, int Level, double Ratio, bool IsLesion)
{
    /// <summary>The threshold as an intensity: the edge of the level towards normal brain; NaN when there is no lesion.</summary>
    public double Intensity => !IsLesion ? double.NaN : (double)(Polarity == LesionPolarity.Hyperintense ? Level : Level + 1) / Sums.Region.Length;
}
