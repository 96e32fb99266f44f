namespace StrokeFramework.Host.Evaluation;

/// <summary>Wall time of one step.</summary>
/// <param name="Kind">What it was spent on.</param>
/// <param name="Node">The node's name in the graph.</param>
/// <param name="Time">How long it took; of no meaning when the result was taken from the cache.</param>
/// <param name="Fold">The fold, from 1; null where the step belongs to none.</param>
/// <param name="Study">The study's name; empty where the step belongs to none.</param>
/// <param name="FromCache">Whether the step was left out because its result was in the cache.</param>
public sealed record EvaluationTime(TimeKind Kind, string Node, TimeSpan Time, int? Fold = null, string Study = "", bool FromCache = false);
