namespace StrokeFramework.BaggedTrees;

/// <summary>Which of the p features a split may use.</summary>
public enum SplitFeatures
{
    /// <summary>All: pure bagging.</summary>
    All,

    /// <summary>As many as the square root of p, rounded up, drawn anew for each split: a random forest.</summary>
    SquareRoot,
}
