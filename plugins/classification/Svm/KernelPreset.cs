namespace StrokeFramework.Svm;

/// <summary>The kernels on offer, for p standardized features.</summary>
public enum KernelPreset
{
    /// <summary>The inner product.</summary>
    Linear,

    /// <summary>A polynomial of degree 2: <c>(1 + x'y / p)²</c>.</summary>
    Quadratic,

    /// <summary>A polynomial of degree 3: <c>(1 + x'y / p)³</c>.</summary>
    Cubic,

    /// <summary>A Gaussian <c>exp(-|x - y|² / s²)</c> of scale <c>s = sqrt(p) / 4</c>.</summary>
    GaussianFine,

    /// <summary>A Gaussian of scale <c>sqrt(p)</c>.</summary>
    GaussianMedium,

    /// <summary>A Gaussian of scale <c>4 sqrt(p)</c>.</summary>
    GaussianCoarse,
}
