using StrokeFramework.Imaging;

namespace StrokeFramework.MarkerWatershed.Correlation;

/// <summary>
/// The same place in the other hemisphere: what looks like its mirror image is anatomy or a symmetric artefact, a lesion
/// is what does not. Only the side of the lesion counts: where bright lesions are looked for, what is darker than normal
/// tissue is taken as normal, or else the ventricles in a large lesion's patch would make it look symmetric.
/// </summary>
/// <param name="line">The line between the hemispheres.</param>
/// <param name="median">The intensity of normal tissue.</param>
/// <param name="limit">The correlation from which on a candidate is no lesion.</param>
internal sealed class MirrorTemplate(MidsagittalLine line, double median, double limit) : ICorrelationTemplate
{
    /// <inheritdoc/>
    public PatchPair Compare(StudySlab slab, Candidate candidate, LesionPolarity polarity)
    {
        PatchPair pair = PatchCutter.Cut(slab, candidate, (i, j, k, _) =>
        {
            (double x, double y) = line.Mirror(i * slab.Spacing.X, j * slab.Spacing.Y, (slab.Index + k) * slab.Spacing.Z);
            return Sample(slab, x / slab.Spacing.X, y / slab.Spacing.Y, k);
        });
        for (int n = 0; n < pair.Patch.Length; n++) (pair.Patch[n], pair.Template[n]) = (Clip(pair.Patch[n], polarity), Clip(pair.Template[n], polarity));
        return pair;
    }

    /// <inheritdoc/>
    public bool Keeps(double correlation) => correlation < limit;

    /// <summary>NaN stays what it is.</summary>
    private double Clip(double value, LesionPolarity polarity) => polarity == LesionPolarity.Hyperintense ? Math.Max(value, median) : Math.Min(value, median);

    /// <summary>The brain's intensity between the four nearest voxels; NaN where most of it is not brain.</summary>
    private static double Sample(StudySlab slab, double i, double j, int k)
    {
        GridSize size = slab.Size;
        double left = Math.Floor(i), top = Math.Floor(j);
        if (!(left >= -1 && left < size.I && top >= -1 && top < size.J)) return double.NaN;
        double sum = 0, weight = 0;
        for (int n = 0; n < 4; n++)
        {
            int x = (int)left + (n & 1), y = (int)top + (n >> 1);
            if ((uint)x >= (uint)size.I || (uint)y >= (uint)size.J) continue;
            int v = size.IndexOf(x, y, k);
            float value = slab.Dwi[v];
            if (slab.Brain[v] == 0 || !float.IsFinite(value)) continue;
            double w = (1 - Math.Abs(i - x)) * (1 - Math.Abs(j - y));
            sum += w * value;
            weight += w;
        }

        return weight > 0.5 ? sum / weight : double.NaN;
    }
}
