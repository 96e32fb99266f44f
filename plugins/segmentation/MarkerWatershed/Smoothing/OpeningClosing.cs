namespace StrokeFramework.MarkerWatershed.Smoothing;

/// <summary>
/// Opening, then closing by reconstruction: levels bright and dark detail that the disk does not fit into, and leaves
/// the edges of everything else where they are.
/// </summary>
internal static class OpeningClosing
{
    /// <summary>Smooths the brain of a picture.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="radius">The disk's radius in mm.</param>
    /// <param name="cancellation">Looked at between the steps.</param>
    /// <returns>One value per pixel; of use inside the brain only.</returns>
    public static float[] Apply(BrainPicture picture, double radius, CancellationToken cancellation)
    {
        float[] opened = DiskFilter.Erode(picture.Values, picture, radius, cancellation);
        GrayReconstruction.Dilate(opened, picture.Values, picture.Inside, picture.Width);
        cancellation.ThrowIfCancellationRequested();

        // A closing is the opening of the negative; on the unit range that is the same as of the complement.
        float[] closed = DiskFilter.Dilate(opened, picture, radius, cancellation);
        Negate(closed);
        Negate(opened);
        GrayReconstruction.Dilate(closed, opened, picture.Inside, picture.Width);
        Negate(closed);
        return closed;
    }

    private static void Negate(float[] values)
    {
        for (int v = 0; v < values.Length; v++) values[v] = -values[v];
    }
}
