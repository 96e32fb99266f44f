namespace StrokeFramework.Svm;

/// <summary>Parameters of <see cref="SvmClassifier"/>.</summary>
public sealed record SvmSettings
{
    /// <summary>The kernel.</summary>
    /// <value>The default is <see cref="KernelPreset.Linear"/>.</value>
    [Description("The kernel: 'linear', 'quadratic', 'cubic', or a Gaussian of scale sqrt(p)/4 ('gaussian-fine'), sqrt(p) ('gaussian-medium') or 4 sqrt(p) ('gaussian-coarse') for p features.")]
    [Provenance(Provenance.Inferred, "The thesis (Mohd Noor 2020) does not name its kernel; the presets are the usual ones of interactive classification tools.")]
    public KernelPreset Kernel { get; init; } = KernelPreset.Linear;

    /// <summary>The cost of a margin violation.</summary>
    /// <value>The default is 1.</value>
    [Description("The box constraint C: the cost of a margin violation and the largest weight of a training row. Larger fits the training rows more closely.")]
    [Range(1e-6, 1e6)]
    [Provenance(Provenance.Inferred, "1 is the usual default for standardized features; the thesis (Mohd Noor 2020) gives none.")]
    public double BoxConstraint { get; init; } = 1;

    /// <summary>How the pairwise answers become a class.</summary>
    /// <value>The default is <see cref="DecodingRule.Loss"/>.</value>
    [Description("How the pairwise answers become a class: 'loss' takes the least average hinge loss, 'votes' the most pairs won. Equals go to the class named first.")]
    [Provenance(Provenance.Inferred, "One machine per pair is in the thesis (Mohd Noor 2020, Fig. 3.35); loss-based decoding is that of Allwein, Schapire, Singer 2000, JMLR 1:113-141.")]
    public DecodingRule Decoding { get; init; } = DecodingRule.Loss;

    /// <summary>The optimality gap at which a machine counts as trained.</summary>
    /// <value>The default is 0.001.</value>
    [Description("A machine counts as trained when its optimality conditions hold to within this much.")]
    [Range(1e-6, 0.1)]
    [Provenance(Provenance.Inferred, "0.001 is the default of LIBSVM (Chang, Lin 2011, doi:10.1145/1961189.1961199).")]
    public double Tolerance { get; init; } = 0.001;

    /// <summary>The most steps that the training of one machine may take.</summary>
    /// <value>The default is 1,000,000.</value>
    [Description("The most steps that the training of one machine may take; a warning says when they did not suffice.")]
    [Range(1000, 100_000_000)]
    [Provenance(Provenance.Inferred, "Far above what standardized features take; OpenCV's default of 1000 is too few.")]
    public int MaximumIterations { get; init; } = 1_000_000;
}
