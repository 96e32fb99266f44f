namespace StrokeFramework.RCnn.Boxes;

/// <summary>
/// Greedy non-maximum suppression: going from the best score to the worst, a box stays unless it overlaps one that
/// stays. All pairs are compared at once, and what the rule says is then settled in a few passes over that matrix.
/// </summary>
internal static class NonMaximumSuppression
{
    /// <summary>Chooses the boxes that stay.</summary>
    /// <param name="boxes">[n, 4].</param>
    /// <param name="scores">[n]; of equal scores the first is the better.</param>
    /// <param name="threshold">Boxes that overlap by more than this are the same object.</param>
    /// <returns>Their indices, best score first.</returns>
    public static Tensor Keep(Tensor boxes, Tensor scores, double threshold)
    {
        long count = boxes.shape[0];
        Tensor order = scores.sort(dim: 0, descending: true, stable: true).Indices;
        if (count < 2) return order;
        Tensor sorted = boxes.index_select(0, order);
        // Row i, column j: the better box i is in the way of box j.
        Tensor blocks = BoxOverlap.Matrix(sorted, sorted).IsAbove(threshold).triu(1).to(ScalarType.Float32);
        Tensor kept = ones(1, count);
        // A pass settles at least one box more, in the order of scores, so this ends; usually after three or four passes.
        while (true)
        {
            Tensor next = kept.matmul(blocks).Is(0).to(ScalarType.Float32);
            if (!next.ne(kept).any().item<bool>()) return order.index_select(0, kept[0].nonzero().flatten());
            kept = next;
        }
    }

    /// <summary>Does so within each class: boxes of different classes are never in each other's way.</summary>
    /// <param name="boxes">[n, 4].</param>
    /// <param name="scores">[n].</param>
    /// <param name="classes">[n], from 0.</param>
    /// <param name="threshold">Boxes that overlap by more than this are the same object.</param>
    /// <returns>The indices of those that stay, best score first.</returns>
    public static Tensor KeepPerClass(Tensor boxes, Tensor scores, Tensor classes, double threshold)
    {
        if (boxes.shape[0] == 0) return empty(0, dtype: ScalarType.Int64);
        // Each class is moved to a place of its own.
        Tensor span = boxes.max().Minus(boxes.min()).Plus(1);
        return Keep(boxes.Plus((classes.to(boxes.dtype) * span).unsqueeze(1)), scores, threshold);
    }
}
