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
    /// <returns>[height · width · sizes · ratios, 4], in pixels.</returns>
    public static Tensor Of(long height, long width, int stride, IReadOnlyList<double> sizes, double spacing)
    {
        float[] shapes = [.. sizes.SelectMany(s => Ratios.SelectMany(r => Shape(s / spacing, r)))];
        Tensor around = tensor(shapes).reshape(1, 1, -1, 4);
        Tensor x = TensorMath.Counting(width, ScalarType.Float32).Times(stride).reshape(1, width, 1).expand(height, width, 1);
        Tensor y = TensorMath.Counting(height, ScalarType.Float32).Times(stride).reshape(height, 1, 1).expand(height, width, 1);
        return stack([x, y, x, y], 3).Plus(around).reshape(-1, 4);
    }

    private static float[] Shape(double size, double ratio)
    {
        float halfWidth = (float)(size / Math.Sqrt(ratio) / 2), halfHeight = (float)(size * Math.Sqrt(ratio) / 2);
        return [-halfWidth, -halfHeight, halfWidth, halfHeight];
    }
}
