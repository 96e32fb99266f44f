namespace StrokeFramework.RCnn.Boxes;

/// <summary>
/// A box as four numbers relative to another one (Ren et al. 2015): the shift of its center in units of the other's
/// extent, and the logarithm of how much larger it is.
/// </summary>
internal static class BoxCoder
{
    // Boxes grow at most by a factor of 62 in one step, so that a network that has learned nothing makes no infinite ones.
    private const double LargestGrowth = 4.135;

    /// <summary>What must be said of references so that <see cref="Decode"/> gives the boxes.</summary>
    /// <param name="boxes">[n, 4], not empty.</param>
    /// <param name="references">[n, 4], not empty.</param>
    /// <returns>[n, 4]: tx, ty, tw, th.</returns>
    public static Tensor Encode(Tensor boxes, Tensor references)
    {
        (Tensor center, Tensor extent) = Split(boxes);
        (Tensor from, Tensor scale) = Split(references);
        return cat([center.Minus(from) / scale, (extent / scale).log()], 1);
    }

    /// <summary>The boxes that codes say of references.</summary>
    /// <param name="codes">[n, 4].</param>
    /// <param name="references">[n, 4].</param>
    /// <returns>[n, 4].</returns>
    public static Tensor Decode(Tensor codes, Tensor references)
    {
        (Tensor from, Tensor scale) = Split(references);
        Tensor center = from.Plus(codes.narrow(1, 0, 2) * scale);
        Tensor half = (codes.narrow(1, 2, 2).Between(-LargestGrowth, LargestGrowth).exp() * scale).Over(2);
        return cat([center.Minus(half), center.Plus(half)], 1);
    }

    private static (Tensor Center, Tensor Extent) Split(Tensor boxes)
    {
        Tensor low = boxes.narrow(1, 0, 2), high = boxes.narrow(1, 2, 2);
        return (low.Plus(high).Over(2), high.Minus(low));
    }
}
