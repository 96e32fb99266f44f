using StrokeFramework.Imaging;

namespace StrokeFramework.Host.Evaluation;

/// <summary>
/// How the lesions of a mask and of a truth agree. A lesion is a 26-connected component; one voxel of overlap is a hit.
/// </summary>
/// <param name="Lesions">Lesions in the mask.</param>
/// <param name="TruthLesions">Lesions in the truth.</param>
/// <param name="Found">Lesions of the truth that the mask touches.</param>
/// <param name="False">Lesions of the mask that touch no truth.</param>
public readonly record struct LesionAgreement(int Lesions, int TruthLesions, int Found, int False)
{
    /// <summary>Lesions of the truth that the mask misses.</summary>
    public int Missed => TruthLesions - Found;

    /// <summary>Lesions in the mask less lesions in the truth.</summary>
    public int CountDifference => Lesions - TruthLesions;

    /// <summary>Lesion-wise F1, 2 Found / (2 Found + False + Missed), in [0, 1]; 1 when both masks are empty.</summary>
    public double F1 => Lesions == 0 && TruthLesions == 0 ? 1 : 2.0 * Found / ((2 * Found) + False + Missed);

    /// <summary>The part of the truth's lesions that were found, in [0, 1]; not a number when the truth has none.</summary>
    public double Recall => TruthLesions == 0 ? double.NaN : (double)Found / TruthLesions;

    /// <summary>The part of the mask's lesions that touch the truth, in [0, 1]; not a number when the mask has none.</summary>
    public double Precision => Lesions == 0 ? double.NaN : (double)(Lesions - False) / Lesions;

    /// <summary>Compares the 26-connected components of two masks of one size.</summary>
    internal static LesionAgreement Of(ComponentLabels lesions, ComponentLabels truthLesions)
    {
        bool[] hit = new bool[lesions.Count + 1], found = new bool[truthLesions.Count + 1];
        ReadOnlySpan<int> a = lesions.Labels.Span, b = truthLesions.Labels.Span;
        for (int v = 0; v < a.Length; v++)
        {
            if (a[v] != 0 && b[v] != 0) hit[a[v]] = found[b[v]] = true;
        }

        return new(lesions.Count, truthLesions.Count, found.Count(f => f), lesions.Count - hit.Count(h => h));
    }
}
