namespace StrokeFramework.RCnn.Boxes;

/// <summary>
/// RoI align (He et al. 2017): the mean of bilinear samples in each cell of a grid laid over a box. The samples of an
/// upright box lie on a lattice, so a row of weights per cell along each axis says it all, and the whole is two matrix
/// products. Their derivatives are matrix products too, and automatic.
/// </summary>
/// <remarks>
/// Coordinates are indices: sample i of a map lies at i. A point up to one index outside the map takes the value at its
/// edge, one farther out 0. This is the usual aligned convention, whose coordinates are larger by one half.
/// </remarks>
internal static class RoiAlign
{
    /// <summary>Samples a map in boxes.</summary>
    /// <param name="map">[channels, height, width].</param>
    /// <param name="boxes">[n, 4]: left, upper, right, lower, as indices of the map.</param>
    /// <param name="cells">Cells along each axis.</param>
    /// <param name="samples">Samples per cell along each axis.</param>
    /// <returns>[n, channels, cells, cells].</returns>
    public static Tensor Sample(Tensor map, Tensor boxes, int cells, int samples)
    {
        long n = boxes.shape[0], channels = map.shape[0], height = map.shape[1], width = map.shape[2];
        if (n == 0) return zeros([0, channels, cells, cells], dtype: map.dtype);
        Tensor across = Weights(boxes.select(1, 0), boxes.select(1, 2), cells, samples, width); // [n, cells, width]
        Tensor down = Weights(boxes.select(1, 1), boxes.select(1, 3), cells, samples, height);
        // One product for all boxes: rows of the map times the weights of every cell.
        Tensor rows = map.reshape(channels * height, width).matmul(across.reshape(n * cells, width).t());
        rows = rows.reshape(channels, height, n, cells).permute(2, 1, 0, 3).reshape(n, height, channels * cells);
        return down.bmm(rows).reshape(n, cells, channels, cells).transpose(1, 2);
    }

    /// <summary>How much each index of an axis counts in each cell between two points of it.</summary>
    /// <param name="from">[n].</param>
    /// <param name="to">[n].</param>
    /// <param name="cells">Cells between them.</param>
    /// <param name="samples">Samples per cell.</param>
    /// <param name="length">Indices on the axis.</param>
    /// <returns>[n, cells, length].</returns>
    public static Tensor Weights(Tensor from, Tensor to, int cells, int samples, long length)
    {
        Tensor step = to.Minus(from).AtLeast(0).Over(cells * samples);
        Tensor at = from.unsqueeze(1).Plus(TensorMath.Counting(cells * samples, from.dtype).Plus(0.5) * step.unsqueeze(1));
        Tensor inside = at.IsAtLeast(-1).logical_and(at.IsAtMost(length)).to(from.dtype);
        at = at.Between(0, length - 1);
        // A tent around each point; its values at the indices are the bilinear weights.
        Tensor tent = at.unsqueeze(2).Minus(TensorMath.Counting(length, from.dtype)).abs().Times(-1).Plus(1).AtLeast(0) * inside.unsqueeze(2);
        return tent.reshape(from.shape[0], cells, samples, length).mean([2]);
    }
}
