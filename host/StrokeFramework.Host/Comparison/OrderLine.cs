using StrokeFramework.Host.Evaluation;

namespace StrokeFramework.Host.Comparison;

/// <summary>An order of classifiers.</summary>
/// <param name="Lesions">Which lesions they were given.</param>
/// <param name="Unit">What the accuracy counts: <see cref="Rows"/> or <see cref="Patients"/>.</param>
/// <param name="Order">The names with their accuracy, the best first; "=" between equal ones.</param>
public sealed record OrderLine(LesionSource Lesions, string Unit, string Order)
{
    /// <summary>The unit of lesions, or of their parts in slices where rows are those.</summary>
    public const string Rows = "lesions";

    /// <summary>The unit of patients.</summary>
    public const string Patients = "patients";
}
