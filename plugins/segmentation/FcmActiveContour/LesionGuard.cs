using StrokeFramework.Imaging;

namespace StrokeFramework.FcmActiveContour;

/// <summary>How far a lesion has to stand out.</summary>
/// <param name="Contrast">Least distance of a cluster's center from normal tissue, on the unit range.</param>
/// <param name="Deviations">The same in robust standard deviations.</param>
/// <param name="Evidence">Least distance of a lesion from its mirror image in robust standard deviations, times its diameter in mm.</param>
internal sealed record LesionGuard(double Contrast, double Deviations, double Evidence)
{
    /// <summary>The guards of the clear and, where it is wanted, the faint search.</summary>
    public static IReadOnlyList<LesionGuard> Of(FcmActiveContourSettings settings)
    {
        var clear = new LesionGuard(settings.MinimumContrast, settings.MinimumDeviation, settings.MinimumEvidence);
        if (settings.FaintPart >= 1) return [clear];
        return [clear, new(settings.FaintPart * settings.MinimumContrast, settings.FaintPart * settings.MinimumDeviation, settings.FaintEvidence)];
    }

    /// <summary>Whether a cluster center at a contrast is lesion.</summary>
    public bool Passes(double contrast, NormalTissue normal) => contrast >= Contrast && contrast >= Deviations * normal.Deviation;
}
