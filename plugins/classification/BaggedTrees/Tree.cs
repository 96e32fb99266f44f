namespace StrokeFramework.BaggedTrees;

/// <summary>
/// A tree, level by level. The children of the split that comes i-th are the nodes 2i + 1 and 2i + 2, so that nothing
/// but the nodes themselves need be kept.
/// </summary>
internal sealed class Tree
{
    private readonly TreeNode[] _nodes;
    private readonly double[] _shares;

    /// <summary>Takes nodes.</summary>
    /// <param name="nodes">The nodes, with their links.</param>
    /// <param name="shares">Share of each class in each leaf, classes fastest.</param>
    public Tree(TreeNode[] nodes, double[] shares) => (_nodes, _shares) = (nodes, shares);

    /// <summary>The nodes, root first.</summary>
    public ReadOnlySpan<TreeNode> Nodes => _nodes;

    /// <summary>Share of each class in the leaf of a node.</summary>
    public ReadOnlySpan<double> Shares(TreeNode leaf, int classes) => _shares.AsSpan(leaf.Link * classes, classes);

    /// <summary>Adds the class shares of the leaf that a row falls into.</summary>
    /// <param name="row">A row, all finite.</param>
    /// <param name="sums">One sum per class.</param>
    public void AddTo(ReadOnlySpan<double> row, Span<double> sums)
    {
        ReadOnlySpan<TreeNode> nodes = _nodes;
        TreeNode node = nodes[0];
        while (node.Feature >= 0) node = nodes[node.Link + (row[node.Feature] > node.Threshold ? 1 : 0)];
        ReadOnlySpan<double> shares = _shares.AsSpan(node.Link * sums.Length, sums.Length);
        for (int c = 0; c < sums.Length; c++) sums[c] += shares[c];
    }
}
