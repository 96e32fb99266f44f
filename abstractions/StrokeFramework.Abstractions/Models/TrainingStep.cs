namespace StrokeFramework;

/// <summary>How far a training is.</summary>
/// <param name="Step">Steps done.</param>
/// <param name="Steps">Steps in all.</param>
/// <param name="Values">Named figures since the last report, such as the parts of the loss, in the order to be shown.</param>
/// <param name="ImagesPerSecond">How many images were learned from per second.</param>
/// <param name="TimeLeft">The time that is left, as far as can be told.</param>
public sealed record TrainingStep(int Step, int Steps, IReadOnlyList<KeyValuePair<string, double>> Values, double ImagesPerSecond, TimeSpan TimeLeft);
