namespace StrokeFramework.Host.Reporting.Pictures;

/// <summary>The part of every slice that is shown: the head with a margin, so that pages hold no empty background.</summary>
/// <param name="View">The view.</param>
/// <param name="Left">First column shown.</param>
/// <param name="Top">First row shown.</param>
/// <param name="Width">Columns shown.</param>
/// <param name="Height">Rows shown.</param>
internal sealed record PictureFrame(RadiologicalView View, int Left, int Top, int Width, int Height)
{
    /// <summary>The whole of every slice.</summary>
    public static PictureFrame Whole(RadiologicalView view) => new(view, 0, 0, view.Width, view.Height);

    /// <summary>The rectangle that holds the head and every marked voxel.</summary>
    /// <param name="view">The view.</param>
    /// <param name="image">An image of the head.</param>
    /// <param name="threshold">What exceeds it is head.</param>
    /// <param name="marked">Not 0 where something is outlined.</param>
    public static PictureFrame Around(RadiologicalView view, ReadOnlySpan<float> image, double threshold, ReadOnlySpan<byte> marked)
    {
        var columns = new int[view.Width];
        var rows = new int[view.Height];
        var mustColumns = new bool[view.Width];
        var mustRows = new bool[view.Height];
        for (int slice = 0; slice < view.Slices; slice++)
        {
            for (int row = 0; row < view.Height; row++)
            {
                for (int column = 0; column < view.Width; column++)
                {
                    int voxel = view.VoxelAt(slice, column, row);
                    if (image[voxel] > threshold)
                    {
                        columns[column]++;
                        rows[row]++;
                    }

                    if (marked[voxel] != 0) mustColumns[column] = mustRows[row] = true;
                }
            }
        }

        (int left, int right) = Extent(columns, mustColumns);
        (int top, int bottom) = Extent(rows, mustRows);
        return new(view, left, top, right - left, bottom - top);
    }

    // Single bright voxels of noise do not make a head: a line counts from 2 % of the fullest line on.
    private static (int From, int To) Extent(int[] counts, bool[] must)
    {
        double least = Math.Max(1, 0.02 * counts.Max());
        int from = 0, to = counts.Length;
        while (from < counts.Length && counts[from] < least && !must[from]) from++;
        while (to > from && counts[to - 1] < least && !must[to - 1]) to--;
        if (to - from < counts.Length / 4) return (0, counts.Length);
        int margin = Math.Max(1, counts.Length / 40);
        return (Math.Max(0, from - margin), Math.Min(counts.Length, to + margin));
    }
}
