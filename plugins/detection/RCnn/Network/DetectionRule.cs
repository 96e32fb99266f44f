namespace StrokeFramework.RCnn.Network;

/// <summary>Which of the boxes that a network sees are told.</summary>
/// <param name="ScoreThreshold">Least score.</param>
/// <param name="SuppressionOverlap">Boxes of a class that overlap by more than this show the same.</param>
/// <param name="MaximumPerSlice">Most boxes.</param>
internal sealed record DetectionRule(double ScoreThreshold, double SuppressionOverlap, int MaximumPerSlice)
{
    /// <summary>The rule of a graph's parameters.</summary>
    public static DetectionRule Of(RCnnSettings settings) => new(settings.ScoreThreshold, settings.SuppressionOverlap, settings.MaximumPerSlice);
}
