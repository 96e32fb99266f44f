namespace StrokeFramework.BaggedTrees;

/// <summary>Parameters of <see cref="BaggedTreesClassifier"/>.</summary>
public sealed record BaggedTreesSettings
{
    /// <summary>Number of trees.</summary>
    /// <value>The default is 30.</value>
    [Description("How many trees are grown, each on its own bootstrap sample.")]
    [Range(1, 10_000)]
    [Provenance(Provenance.Inferred, "The thesis (Mohd Noor 2020) names bagged trees but not their number; 30 is the usual preset of interactive classification tools.")]
    public int Trees { get; init; } = 30;

    /// <summary>The most splits of a tree.</summary>
    /// <value>0 for one fewer than training rows, which never binds; the default is 0.</value>
    [Description("The most splits of a tree, made level by level from the root; 0 stands for one fewer than training rows, which lets trees grow until their leaves are pure.")]
    [Range(0, 1_000_000)]
    [Provenance(Provenance.Inferred, "Fully grown trees are those of Breiman 1996, doi:10.1007/BF00058655; the thesis (Mohd Noor 2020) gives no limit.")]
    public int MaximumSplits { get; init; }

    /// <summary>Which features a split may use.</summary>
    /// <value>The default is <see cref="SplitFeatures.All"/>.</value>
    [Description("Which of the p features a split may use: 'all' (bagging), or 'square-root' for ceil(sqrt(p)) drawn anew for each split (a random forest).")]
    [Provenance(Provenance.Inferred, "The thesis (Mohd Noor 2020) speaks of bagging; the random subset is that of Breiman 2001, doi:10.1023/A:1010933404324.")]
    public SplitFeatures SplitFeatures { get; init; } = SplitFeatures.All;
}
