namespace StrokeFramework.Svm;

/// <summary>One machine: decides between two classes by a weighted sum of kernel values.</summary>
/// <param name="Bias">Added to the sum.</param>
/// <param name="Vectors">Which vectors of the bank it uses.</param>
/// <param name="Coefficients">Their weights: positive for the class named first.</param>
internal sealed record PairMachine(double Bias, int[] Vectors, double[] Coefficients)
{
    /// <summary>The decision value: above 0 for the class named first, below for the other, beyond ±1 outside the margin.</summary>
    /// <param name="kernels">The kernel between the row and every vector of the bank.</param>
    public double Decide(ReadOnlySpan<double> kernels)
    {
        double sum = Bias;
        for (int n = 0; n < Vectors.Length; n++) sum += Coefficients[n] * kernels[Vectors[n]];
        return sum;
    }
}
