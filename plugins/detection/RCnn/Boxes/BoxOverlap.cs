namespace StrokeFramework.RCnn.Boxes;

/// <summary>Areas and overlaps of boxes, each a row of [left, upper, right, lower].</summary>
internal static class BoxOverlap
{
    /// <summary>The boxes' areas; 0 for a box that is empty or turned inside out.</summary>
    /// <param name="boxes">[n, 4].</param>
    /// <returns>[n].</returns>
    public static Tensor Areas(Tensor boxes)
    {
        Tensor extent = boxes.narrow(1, 2, 2).Minus(boxes.narrow(1, 0, 2)).AtLeast(0);
        return extent.prod(1);
    }

    /// <summary>
    /// Intersection over union of each box of one list with each of another; 0 where either has no area.
    /// </summary>
    /// <param name="first">[n, 4].</param>
    /// <param name="second">[m, 4].</param>
    /// <returns>[n, m].</returns>
    public static Tensor Matrix(Tensor first, Tensor second)
    {
        Tensor a = first.unsqueeze(1), b = second.unsqueeze(0);
        Tensor low = maximum(a.narrow(2, 0, 2), b.narrow(2, 0, 2)), high = minimum(a.narrow(2, 2, 2), b.narrow(2, 2, 2));
        Tensor common = high.Minus(low).AtLeast(0).prod(2);
        Tensor union = Areas(first).unsqueeze(1).Plus(Areas(second).unsqueeze(0)).Minus(common);
        // The union of two empty boxes is 0, and so is what they have in common.
        return common / union.AtLeast(1e-9);
    }
}
