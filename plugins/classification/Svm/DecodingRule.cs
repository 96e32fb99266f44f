namespace StrokeFramework.Svm;

/// <summary>How the answers of the pairwise machines become a class.</summary>
public enum DecodingRule
{
    /// <summary>The class of the least average hinge loss over the machines that know it.</summary>
    Loss,

    /// <summary>The class that wins most pairs.</summary>
    Votes,
}
