namespace StrokeFramework.Lda;

/// <summary>Parameters of <see cref="LdaClassifier"/>.</summary>
public sealed record LdaSettings
{
    /// <summary>How far the pooled covariance is drawn towards its diagonal.</summary>
    /// <value>A fraction in [0, 1]; the default is 0.</value>
    [Description("How far the pooled covariance is drawn towards its diagonal: 0 takes it as it is, 1 ignores all correlations. A little, such as 0.01, helps with few rows or features that nearly repeat each other.")]
    [Range(0.0, 1.0)]
    [Provenance(Provenance.Inferred, "0 is the plain linear discriminant; the thesis (Mohd Noor 2020) mentions no regularization. The parameter is that of Guo, Hastie, Tibshirani 2007, doi:10.1093/biostatistics/kxj035.")]
    public double Gamma { get; init; }

    /// <summary>How probable each class is before a row is seen.</summary>
    /// <value>The default is <see cref="ClassPriors.Empirical"/>.</value>
    [Description("How probable each class is before a row is seen: 'empirical' as frequent as in training, 'uniform' all the same.")]
    [Provenance(Provenance.Inferred, "Class frequencies are the usual choice; the thesis (Mohd Noor 2020) does not name its own.")]
    public ClassPriors Priors { get; init; } = ClassPriors.Empirical;
}
