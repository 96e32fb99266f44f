using System.Numerics;

namespace StrokeFramework.MarkerWatershed.Smoothing;

/// <summary>Gray-scale erosion and dilation by a disk in mm, inside the brain: what lies outside has no say.</summary>
internal static class DiskFilter
{
    /// <summary>A pixel's center on the disk's edge belongs to it, whatever the rounding.</summary>
    private const double Tolerance = 1e-5;

    /// <summary>The least value of the brain within the disk around each pixel; infinite where there is none.</summary>
    /// <param name="values">One value per pixel of the picture.</param>
    /// <param name="picture">Its size, spacing and brain.</param>
    /// <param name="radius">The disk's radius in mm.</param>
    /// <param name="cancellation">Looked at for every length of chord.</param>
    public static float[] Erode(ReadOnlySpan<float> values, BrainPicture picture, double radius, CancellationToken cancellation)
    {
        int width = picture.Width, height = picture.Height;
        var source = new float[values.Length];
        for (int v = 0; v < source.Length; v++) source[v] = picture.Inside[v] != 0 ? values[v] : float.PositiveInfinity;
        var result = (float[])source.Clone();
        var chord = new float[source.Length];
        int computed = -1;
        int reach = Math.Min(height - 1, Reach(radius, picture.Spacing.Y));
        // From the disk's edge to its middle, chords only grow; equal ones are computed once.
        for (int dy = reach; dy >= 0; dy--)
        {
            double rest = Math.Max(0, (radius * radius) - (dy * dy * picture.Spacing.Y * picture.Spacing.Y));
            int half = Math.Min(width - 1, Reach(Math.Sqrt(rest), picture.Spacing.X));
            if (half != computed)
            {
                cancellation.ThrowIfCancellationRequested();
                MinimumAlongRows(source, chord, width, height, half);
                computed = half;
            }

            LowerTo(result.AsSpan(0, width * (height - dy)), chord.AsSpan(dy * width));
            if (dy > 0) LowerTo(result.AsSpan(dy * width), chord.AsSpan(0, width * (height - dy)));
        }

        return result;
    }

    /// <summary>The greatest value of the brain within the disk around each pixel; minus infinite where there is none.</summary>
    /// <inheritdoc cref="Erode"/>
    public static float[] Dilate(ReadOnlySpan<float> values, BrainPicture picture, double radius, CancellationToken cancellation)
    {
        var negative = new float[values.Length];
        for (int v = 0; v < negative.Length; v++) negative[v] = -values[v];
        float[] result = Erode(negative, picture, radius, cancellation);
        for (int v = 0; v < result.Length; v++) result[v] = -result[v];
        return result;
    }

    private static int Reach(double radius, double spacing) => (int)Math.Min(int.MaxValue / 4, Math.Floor((radius / spacing) + Tolerance));

    /// <summary>The least of the <paramref name="half"/> pixels to either side: windows double until two of them cover the chord.</summary>
    private static void MinimumAlongRows(ReadOnlySpan<float> source, Span<float> target, int width, int height, int half)
    {
        if (half == 0)
        {
            source.CopyTo(target);
            return;
        }

        var line = new float[width + (2 * half)];
        for (int y = 0; y < height; y++)
        {
            Array.Fill(line, float.PositiveInfinity);
            source.Slice(y * width, width).CopyTo(line.AsSpan(half));
            int window = 1;
            for (; 2 * window <= (2 * half) + 1; window *= 2) LowerTo(line.AsSpan(0, line.Length - window), line.AsSpan(window));
            Span<float> row = target.Slice(y * width, width);
            line.AsSpan(0, width).CopyTo(row);
            LowerTo(row, line.AsSpan((2 * half) + 1 - window, width));
        }
    }

    /// <summary>Lowers each value to that of another array at the same place; in one array the other must lie behind.</summary>
    private static void LowerTo(Span<float> values, ReadOnlySpan<float> other)
    {
        int v = 0;
        for (; v <= values.Length - Vector<float>.Count; v += Vector<float>.Count)
            Vector.Min(new Vector<float>(values[v..]), new Vector<float>(other[v..])).CopyTo(values[v..]);
        for (; v < values.Length; v++) values[v] = Math.Min(values[v], other[v]);
    }
}
