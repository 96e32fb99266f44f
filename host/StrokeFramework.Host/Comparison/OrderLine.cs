using StrokeFramework.Host.Evaluation;

namespace StrokeFramework.Host.Comparison;

/// <summary>An order of classifiers.</summary>
/// <param name="Lesions">Which lesions they were given.</param>
/// <param name="Unit">What the accuracy counts: <c>lesions</c> or <c>patients</c>.</param>
/// <param name="Order">The names with their accuracy, the best first; "=" between equal ones.</param>
public sealed record OrderLine(LesionSource Lesions, string Unit, string Order);
