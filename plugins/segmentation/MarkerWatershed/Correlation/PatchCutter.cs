using StrokeFramework.Imaging;

namespace StrokeFramework.MarkerWatershed.Correlation;

/// <summary>Cuts a candidate's box out of the brain together with a template's values at the same places.</summary>
internal static class PatchCutter
{
    /// <summary>Gives the template's value for a voxel: NaN where it has none.</summary>
    public delegate double TemplateValue(int i, int j, int k, int voxel);

    /// <summary>Makes both patches; what lies outside the brain, or has no value in either, is NaN in both.</summary>
    public static PatchPair Cut(StudySlab slab, Candidate candidate, TemplateValue template)
    {
        ((int i0, int j0, int k0), (int i1, int j1, int k1)) = (candidate.From, candidate.To);
        int width = i1 - i0 + 1, height = j1 - j0 + 1;
        var patch = new double[width * height * (k1 - k0 + 1)];
        var other = new double[patch.Length];
        ReadOnlySpan<float> image = slab.Dwi;
        ReadOnlySpan<byte> brain = slab.Brain;
        int n = 0;
        for (int k = k0; k <= k1; k++)
        {
            for (int j = j0; j <= j1; j++)
            {
                for (int i = i0; i <= i1; i++, n++)
                {
                    int v = slab.Size.IndexOf(i, j, k);
                    double value = brain[v] != 0 && float.IsFinite(image[v]) ? template(i, j, k, v) : double.NaN;
                    (patch[n], other[n]) = double.IsNaN(value) ? (double.NaN, double.NaN) : (image[v], value);
                }
            }
        }

        return new(width, height, patch, other);
    }
}
