namespace StrokeFramework.MarkerWatershed.Smoothing;

/// <summary>
/// The gradient's magnitude by Sobel's 3x3 masks without a factor (Sobel &amp; Feldman 1968; thesis, figures 3.20 and 3.21).
/// </summary>
internal static class SobelGradient
{
    /// <summary>The magnitude at every pixel; beyond the picture its border is repeated.</summary>
    /// <param name="values">The picture, row by row.</param>
    /// <param name="width">Pixels of a row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="spacingX">Width of a pixel; only its relation to its height matters.</param>
    /// <param name="spacingY">Height of a pixel.</param>
    public static float[] Magnitude(ReadOnlySpan<float> values, int width, int height, double spacingX = 1, double spacingY = 1)
    {
        var result = new float[values.Length];
        double shorter = Math.Min(spacingX, spacingY);
        float scaleX = (float)(shorter / spacingX), scaleY = (float)(shorter / spacingY);
        for (int y = 0; y < height; y++)
        {
            ReadOnlySpan<float> above = values.Slice(Math.Max(0, y - 1) * width, width), row = values.Slice(y * width, width);
            ReadOnlySpan<float> below = values.Slice(Math.Min(height - 1, y + 1) * width, width);
            Span<float> target = result.AsSpan(y * width, width);
            for (int x = 0; x < width; x++)
            {
                int l = Math.Max(0, x - 1), r = Math.Min(width - 1, x + 1);
                float gx = scaleX * (above[r] - above[l] + (2 * (row[r] - row[l])) + (below[r] - below[l]));
                float gy = scaleY * (below[l] - above[l] + (2 * (below[x] - above[x])) + (below[r] - above[r]));
                target[x] = MathF.Sqrt((gx * gx) + (gy * gy));
            }
        }

        return result;
    }

    /// <summary>The magnitude inside a brain: pixels that touch it from outside first take the mean of the brain they touch, so that its edge is none.</summary>
    public static float[] Magnitude(BrainPicture picture)
    {
        float[] values = (float[])picture.Values.Clone();
        byte[] inside = picture.Inside;
        int width = picture.Width;
        for (int y = 0; y < picture.Height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                int v = (y * width) + x;
                if (inside[v] != 0) continue;
                float sum = 0;
                int count = 0;
                for (int dy = y > 0 ? -1 : 0; dy <= (y < picture.Height - 1 ? 1 : 0); dy++)
                {
                    for (int dx = x > 0 ? -1 : 0; dx <= (x < width - 1 ? 1 : 0); dx++)
                    {
                        int n = v + (dy * width) + dx;
                        if (inside[n] == 0) continue;
                        sum += picture.Values[n];
                        count++;
                    }
                }

                if (count > 0) values[v] = sum / count;
            }
        }

        return Magnitude(values, width, picture.Height, picture.Spacing.X, picture.Spacing.Y);
    }
}
