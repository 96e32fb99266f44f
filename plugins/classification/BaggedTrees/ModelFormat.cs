namespace StrokeFramework.BaggedTrees;

/// <summary>
/// The model's bytes: in the envelope of all classifiers their header with features and classes, then the trees, each
/// node by node from the root, level by level: a split with feature and threshold, a leaf as -1 with the share of each
/// class. How nodes hang together follows from their order. The same model gives the same bytes.
/// </summary>
internal static class ModelFormat
{
    private const int MostTrees = 10_000;
    private static readonly ModelEnvelope Envelope = new("SF-BAG\r\n", 1, "bagged trees");

    /// <summary>Writes a model.</summary>
    public static byte[] Write(BaggedTreesModel model) => Envelope.Seal(writer =>
    {
        model.Header.Write(writer);
        writer.Write(model.Trees.Count);
        foreach (Tree tree in model.Trees)
        {
            foreach (TreeNode node in tree.Nodes) WriteNode(writer, tree, node, model.Classes.Count);
        }
    });

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">The bytes are not such a model; the message says why.</exception>
    public static BaggedTreesModel Read(Stream stream)
    {
        var reader = new ModelReader(Envelope.Open(stream));
        ModelHeader header = ModelHeader.Read(ref reader);
        var trees = new Tree[reader.Count("trees", 1, MostTrees, sizeof(int) + (header.Classes.Count * sizeof(double)))];
        for (int t = 0; t < trees.Length; t++) trees[t] = ReadTree(ref reader, header);
        if (!reader.AtEnd) throw new InvalidDataException("The model has content after its end.");
        return new(header, trees);
    }

    private static void WriteNode(BinaryWriter writer, Tree tree, TreeNode node, int classes)
    {
        writer.Write(node.Feature);
        if (node.Feature >= 0)
        {
            writer.Write(node.Threshold);
            return;
        }

        foreach (double share in tree.Shares(node, classes)) writer.Write(share);
    }

    private static Tree ReadTree(ref ModelReader reader, ModelHeader header)
    {
        var nodes = new List<TreeNode>();
        var shares = new List<double>();
        // A tree ends when both children of each split are there.
        for (int splits = 0; nodes.Count <= 2 * splits;)
        {
            int feature = reader.Integer();
            if (feature < -1 || feature >= header.Features.Names.Count) throw new InvalidDataException("A tree in the model splits on a feature that is not there.");
            if (feature >= 0)
            {
                nodes.Add(new(feature, (2 * splits++) + 1, reader.Finite()));
                continue;
            }

            nodes.Add(TreeNode.Leaf(shares.Count / header.Classes.Count));
            double[] own = reader.Numbers(header.Classes.Count, 1);
            if (own.Min() < 0 || Math.Abs(own.Sum() - 1) > 1e-9) throw new InvalidDataException("The class shares of a leaf in the model do not sum to 1.");
            shares.AddRange(own);
        }

        return new([.. nodes], [.. shares]);
    }
}
