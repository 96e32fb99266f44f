namespace StrokeFramework.RCnn.Boxes;

/// <summary>
/// RoI align (He et al. 2017): the mean of bilinear samples in each cell of a grid laid over a box. The samples of an
/// upright box lie on a lattice, so a few weights per cell along each axis say it all. Maps have their channels side by
/// side: a sample is a sum of whole runs of channels, and so is its derivative.
/// </summary>
/// <remarks>
/// Coordinates are indices: sample i of a map lies at i. A point up to one index outside the map takes the value at its
/// edge, one farther out 0. This is the usual aligned convention, whose coordinates are larger by one half.
/// </remarks>
internal static class RoiAlign
{
    /// <summary>Samples a map in a box.</summary>
    /// <param name="map">[height, width, channels].</param>
    /// <param name="width">Of the map.</param>
    /// <param name="channels">Of the map.</param>
    /// <param name="across">The cells along the box's rows.</param>
    /// <param name="down">The cells along its columns.</param>
    /// <param name="target">[cells down, cells across, channels].</param>
    public static void Sample(ReadOnlySpan<float> map, int width, int channels, AxisTaps across, AxisTaps down, Span<float> target)
    {
        target.Clear();
        for (int y = 0; y < down.Cells; y++)
        {
            ReadOnlySpan<int> rows = down.IndicesOf(y);
            ReadOnlySpan<float> rowWeights = down.WeightsOf(y);
            for (int x = 0; x < across.Cells; x++)
            {
                Span<float> cell = target.Slice(((y * across.Cells) + x) * channels, channels);
                ReadOnlySpan<int> columns = across.IndicesOf(x);
                ReadOnlySpan<float> columnWeights = across.WeightsOf(x);
                for (int r = 0; r < rows.Length; r++)
                {
                    for (int c = 0; c < columns.Length; c++)
                        Resampling.AddTo(cell, map.Slice(((rows[r] * width) + columns[c]) * channels, channels), rowWeights[r] * columnWeights[c]);
                }
            }
        }
    }

    /// <summary>The derivative of <see cref="Sample"/>: adds to each place of the map what the cells that it counts in ask for.</summary>
    /// <param name="gradient">By the samples, [cells down, cells across, channels].</param>
    /// <param name="width">Of the map.</param>
    /// <param name="channels">Of the map.</param>
    /// <param name="across">The cells along the box's rows.</param>
    /// <param name="down">The cells along its columns.</param>
    /// <param name="map">By the map, [height, width, channels]; added to.</param>
    public static void Return(ReadOnlySpan<float> gradient, int width, int channels, AxisTaps across, AxisTaps down, Span<float> map)
    {
        for (int y = 0; y < down.Cells; y++)
        {
            ReadOnlySpan<int> rows = down.IndicesOf(y);
            ReadOnlySpan<float> rowWeights = down.WeightsOf(y);
            for (int x = 0; x < across.Cells; x++)
            {
                ReadOnlySpan<float> cell = gradient.Slice(((y * across.Cells) + x) * channels, channels);
                ReadOnlySpan<int> columns = across.IndicesOf(x);
                ReadOnlySpan<float> columnWeights = across.WeightsOf(x);
                for (int r = 0; r < rows.Length; r++)
                {
                    for (int c = 0; c < columns.Length; c++)
                        Resampling.AddTo(map.Slice(((rows[r] * width) + columns[c]) * channels, channels), cell, rowWeights[r] * columnWeights[c]);
                }
            }
        }
    }
}
