namespace StrokeFramework.StatisticalFeatures;

/// <summary>
/// The 8-direction chain code of Freeman 1961 (<see href="https://doi.org/10.1109/TEC.1961.5219197"/>) around a
/// region: a closed path through the centers of its outer boundary pixels, found by Moore neighborhood tracing.
/// </summary>
internal static class ChainCode
{
    // Clockwise where the first axis points right and the second down; even directions run along an axis.
    private static readonly int[] StepA = [1, 1, 0, -1, -1, -1, 0, 1];
    private static readonly int[] StepB = [0, 1, 1, 1, 0, -1, -1, -1];

    /// <summary>The length of the path in mm. 0 for one pixel; a line of pixels is walked there and back; holes are not seen.</summary>
    public static double Length(SliceRegion region, double spacingA, double spacingB)
    {
        int start = region.Mask.IndexOf((byte)1);
        (long alongA, long alongB, long diagonal) = (0, 0, 0);
        // All neighbors before the first pixel in memory are background, so the search may begin with direction 0.
        int first = Next(region, start, 0);
        if (first < 0) return 0;
        int position = start, direction = first;
        do
        {
            if (direction % 2 == 1) diagonal++;
            else if (direction % 4 == 0) alongA++;
            else alongB++;
            position += Offset(region, direction);
            // Background was last seen two directions back after a straight step and three back after a diagonal one.
            direction = Next(region, position, direction + (direction % 2 == 0 ? 6 : 5));
        }
        while (position != start || direction != first);

        return (alongA * spacingA) + (alongB * spacingB) + (diagonal * double.Hypot(spacingA, spacingB));
    }

    private static int Next(SliceRegion region, int position, int from)
    {
        for (int turn = 0; turn < 8; turn++)
        {
            int direction = (from + turn) % 8;
            if (region.Mask[position + Offset(region, direction)] != 0) return direction;
        }

        return -1;
    }

    private static int Offset(SliceRegion region, int direction) => StepA[direction] + (region.Width * StepB[direction]);
}
