namespace StrokeFramework;

/// <summary>A study with its true boxes, to train a detector on. A study without a box is a normal one.</summary>
/// <param name="Study">The images.</param>
/// <param name="Truth">The true boxes and classes, with score 1.</param>
public sealed record DetectionExample(DiffusionStudy Study, IReadOnlyList<Detection> Truth);
