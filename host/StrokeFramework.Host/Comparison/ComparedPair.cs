using StrokeFramework.Host.Evaluation;

namespace StrokeFramework.Host.Comparison;

/// <summary>Two techniques on the same patients.</summary>
/// <param name="First">The first technique.</param>
/// <param name="Second">The second technique.</param>
/// <param name="Patients">The number of patients.</param>
/// <param name="Difference">The second's mean figure less the first's, with its interval by paired bootstrap over patients.</param>
/// <param name="PValue">The chance of a difference at least as large if both were alike: a sign-flip test for segmentations, the exact McNemar test for classifiers.</param>
/// <param name="HolmPValue">The same, adjusted for all pairs of techniques.</param>
public sealed record ComparedPair(string First, string Second, int Patients, Estimate Difference, double PValue, double HolmPValue)
{
    /// <summary>Which lesions classifiers were given; null for segmentations.</summary>
    public LesionSource? Lesions { get; init; }

    /// <summary>Patients whom only the first names right; null for segmentations.</summary>
    public int? OnlyFirst { get; init; }

    /// <summary>Patients whom only the second names right; null for segmentations.</summary>
    public int? OnlySecond { get; init; }
}
