using System.Globalization;
using System.Numerics;
using System.Text;
using StrokeFramework.Host.Reporting.Markup;

namespace StrokeFramework.Host.Reporting.Pictures;

/// <summary>Traces the edge of a set of pixels along the pixels' sides, as closed SVG paths that keep the inside on the right.</summary>
internal static class MaskOutline
{
    private static readonly (int X, int Y)[] Directions = [(1, 0), (0, 1), (-1, 0), (0, -1)];

    /// <summary>The path of the outline, in pixels from the upper left corner; empty when no pixel is inside.</summary>
    public static RawMarkup Trace(int width, int height, Func<int, int, bool> isInside)
    {
        // Per corner of the pixel grid, a bit for each direction in which an edge leaves it.
        var leaving = new byte[(width + 1) * (height + 1)];
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                if (!isInside(x, y)) continue;
                if (y == 0 || !isInside(x, y - 1)) leaving[Corner(x, y)] |= 1;
                if (x == width - 1 || !isInside(x + 1, y)) leaving[Corner(x + 1, y)] |= 2;
                if (y == height - 1 || !isInside(x, y + 1)) leaving[Corner(x + 1, y + 1)] |= 4;
                if (x == 0 || !isInside(x - 1, y)) leaving[Corner(x, y + 1)] |= 8;
            }
        }

        var path = new StringBuilder();
        for (int corner = 0; corner < leaving.Length; corner++)
        {
            while (leaving[corner] != 0) Follow(path, leaving, width + 1, corner);
        }

        return new(path.ToString());

        int Corner(int x, int y) => x + (y * (width + 1));
    }

    private static void Follow(StringBuilder path, byte[] leaving, int stride, int start)
    {
        path.Append(CultureInfo.InvariantCulture, $"M{start % stride} {start / stride}");
        int corner = start, direction = BitOperations.TrailingZeroCount(leaving[start]), run = 0;
        do
        {
            leaving[corner] &= (byte)~(1 << direction);
            corner += Directions[direction].X + (stride * Directions[direction].Y);
            run++;
            int next = Next(leaving[corner], direction);
            if (next == direction && corner != start) continue;
            Append(path, direction, run);
            (direction, run) = (next, 0);
        }
        while (corner != start);
        path.Append('z');
    }

    // Where two pixels touch at a corner only, turning right keeps their outlines apart.
    private static int Next(byte leaving, int direction)
    {
        foreach (int turn in (ReadOnlySpan<int>)[1, 0, 3])
        {
            int next = (direction + turn) & 3;
            if ((leaving & (1 << next)) != 0) return next;
        }

        return direction;
    }

    private static void Append(StringBuilder path, int direction, int run)
    {
        (int x, int y) = Directions[direction];
        path.Append(CultureInfo.InvariantCulture, $"{(x != 0 ? 'h' : 'v')}{run * (x + y)}");
    }
}
