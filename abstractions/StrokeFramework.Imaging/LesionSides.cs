namespace StrokeFramework.Imaging;

/// <summary>What <see cref="LesionSide"/> stands for.</summary>
public static class LesionSides
{
    private static readonly LesionPolarity[] Bright = [LesionPolarity.Hyperintense];
    private static readonly LesionPolarity[] Dark = [LesionPolarity.Hypointense];
    private static readonly LesionPolarity[] All = [LesionPolarity.Hyperintense, LesionPolarity.Hypointense];

    /// <summary>The sides that are searched, bright first.</summary>
    public static IReadOnlyList<LesionPolarity> Polarities(this LesionSide side) =>
        side == LesionSide.Both ? All : side == LesionSide.Hyper ? Bright : Dark;

    /// <summary>The word that settings and tables use for one side: <c>hyper</c> or <c>hypo</c>.</summary>
    public static string Word(this LesionPolarity polarity) => polarity == LesionPolarity.Hyperintense ? "hyper" : "hypo";
}
