namespace StrokeFramework.RCnn.Boxes;

/// <summary>The boxes that proposals are said relative to: of a few sizes and shapes around every cell of a map.</summary>
internal static class AnchorGrid
{
    /// <summary>Height over width of the anchors (Ren et al. 2015).</summary>
    public static IReadOnlyList<double> Ratios { get; } = [0.5, 1, 2];

    /// <summary>The anchors of a map, in the order row, column, size, ratio.</summary>
    /// <param name="height">Rows of the map.</param>
    /// <param name="width">Columns of the map.</param>
    /// <param name="stride">Pixels from one cell to the next; cell 0 lies on pixel 0.</param>
    /// <param name="sizes">Square roots of their areas, in mm.</param>
    /// <param name="spacing">Pixel spacing in mm.</param>
    /// <returns>Four numbers an anchor, in pixels: height · width · sizes · ratios of them.</returns>
    public static float[] Of(int height, int width, int stride, IReadOnlyList<double> sizes, double spacing)
    {
        (float HalfWidth, float HalfHeight)[] shapes = [.. sizes.SelectMany(s => Ratios.Select(r => Shape(s / spacing, r)))];
        var anchors = new float[4 * height * width * shapes.Length];
        int n = 0;
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                foreach ((float halfWidth, float halfHeight) in shapes)
                {
                    anchors[n] = (x * stride) - halfWidth;
                    anchors[n + 1] = (y * stride) - halfHeight;
                    anchors[n + 2] = (x * stride) + halfWidth;
                    anchors[n + 3] = (y * stride) + halfHeight;
                    n += 4;
                }
            }
        }

        return anchors;
    }

    private static (float HalfWidth, float HalfHeight) Shape(double size, double ratio) => ((float)(size / Math.Sqrt(ratio) / 2), (float)(size * Math.Sqrt(ratio) / 2));
}
