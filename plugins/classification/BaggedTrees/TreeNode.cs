namespace StrokeFramework.BaggedTrees;

/// <summary>A split or a leaf.</summary>
/// <param name="Feature">The feature that is split on, or -1 for a leaf.</param>
/// <param name="Link">Of a split: the node for values up to the threshold; the one for larger values follows it. Of a leaf: its number among the leaves.</param>
/// <param name="Threshold">The threshold of a split.</param>
internal readonly record struct TreeNode(int Feature, int Link, double Threshold)
{
    /// <summary>A leaf.</summary>
    public static TreeNode Leaf(int number) => new(-1, number, 0);
}
