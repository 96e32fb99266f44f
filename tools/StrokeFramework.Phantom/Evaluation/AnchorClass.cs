namespace StrokeFramework.Phantom;

/// <summary>How far one global intensity threshold gets on the studies of one stroke type.</summary>
/// <param name="StrokeType">The stroke type.</param>
/// <param name="Studies">Studies of that type.</param>
/// <param name="Side">Whether the threshold keeps what is brighter or what is darker; a hemorrhage's better side is taken.</param>
/// <param name="Threshold">The best threshold for all studies of the type together, as DWI relative to normal brain.</param>
/// <param name="MeanDice">Mean Dice of that threshold over the studies: the difficulty anchor.</param>
/// <param name="MeanDicePerStudy">Mean Dice when every study gets its own best threshold: an upper bound for intensity alone.</param>
/// <param name="MeanRatio">DWI relative to normal brain: mean over lesion voxels, then over studies.</param>
/// <param name="Ratios">The histogram of that ratio over the lesion voxels of all studies.</param>
public sealed record AnchorClass(
    string StrokeType,
    int Studies,
    LesionPolarity Side,
    double Threshold,
    double MeanDice,
    double MeanDicePerStudy,
    double MeanRatio,
    RatioHistogram Ratios);
