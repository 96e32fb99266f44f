namespace StrokeFramework;

/// <summary>A study with its true lesion mask, to train a segmenter on.</summary>
/// <param name="Study">The images.</param>
/// <param name="Truth">1 where there is lesion, 0 elsewhere, on the study's grid.</param>
public sealed record SegmentationExample(DiffusionStudy Study, Volume<byte> Truth);
