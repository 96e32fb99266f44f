using StrokeFramework.Imaging;

namespace StrokeFramework.MarkerWatershed.Smoothing;

/// <summary>The smallest rectangle of a grid's slices that holds the brain of all of them: air need not be worked on.</summary>
/// <param name="I">First column.</param>
/// <param name="J">First row.</param>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
internal readonly record struct BrainWindow(int I, int J, int Width, int Height)
{
    /// <summary>Finds it; without a brain it holds nothing.</summary>
    public static BrainWindow Of(StudySlab slab)
    {
        ReadOnlySpan<byte> brain = slab.Brain;
        GridSize size = slab.Size;
        int left = size.I, right = -1, first = size.J, last = -1;
        for (int row = 0; row < size.J * size.K; row++)
        {
            ReadOnlySpan<byte> line = brain.Slice(row * size.I, size.I);
            int start = line.IndexOfAnyExcept((byte)0);
            if (start < 0) continue;
            int j = row % size.J;
            (left, right) = (Math.Min(left, start), Math.Max(right, line.LastIndexOfAnyExcept((byte)0)));
            (first, last) = (Math.Min(first, j), Math.Max(last, j));
        }

        return right < 0 ? default : new(left, first, right - left + 1, last - first + 1);
    }
}
