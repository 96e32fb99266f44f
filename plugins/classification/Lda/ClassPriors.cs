namespace StrokeFramework.Lda;

/// <summary>How probable each class is before a row is seen.</summary>
public enum ClassPriors
{
    /// <summary>As frequent as among the training rows.</summary>
    Empirical,

    /// <summary>All the same.</summary>
    Uniform,
}
