namespace StrokeFramework.StatisticalFeatures;

/// <summary>
/// Perimeter by Crofton's formula with four directions, as Legland, Kiêu &amp; Devaux 2007
/// (<see href="https://doi.org/10.5566/ias.v26.p83-92"/>) give it for pixels of any aspect.
/// </summary>
internal static class CroftonFormula
{
    /// <summary>Half the sum over directions of angle share times line distance times boundary crossings, in mm.</summary>
    public static double Length(SliceRegion region, double spacingA, double spacingB)
    {
        double diagonal = double.Hypot(spacingA, spacingB), angle = Math.Atan2(spacingB, spacingA), area = spacingA * spacingB;
        double sum = angle * spacingB * Crossings(region, 1, 0)
            + (((Math.PI / 2) - angle) * spacingA * Crossings(region, 0, 1))
            + (Math.PI / 4 * (area / diagonal) * (Crossings(region, 1, 1) + Crossings(region, -1, 1)));
        return sum / 2;
    }

    private static int Crossings(SliceRegion region, int stepA, int stepB)
    {
        ReadOnlySpan<byte> mask = region.Mask;
        int crossings = 0;
        for (int b = 0; b < region.Height - stepB; b++)
        {
            for (int a = Math.Max(0, -stepA); a < region.Width - Math.Max(0, stepA); a++)
            {
                int p = a + (region.Width * b);
                if (mask[p] != mask[p + stepA + (region.Width * stepB)]) crossings++;
            }
        }

        return crossings;
    }
}
