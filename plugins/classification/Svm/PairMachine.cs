namespace StrokeFramework.Svm;

/// <summary>One machine: decides between two classes by a weighted sum of kernel values.</summary>
/// <param name="Bias">Added to the sum.</param>
/// <param name="Vectors">Which vectors of the bank it uses, each at most once for each class.</param>
/// <param name="Coefficients">Their weights: positive for the class named first.</param>
internal sealed record PairMachine(double Bias, int[] Vectors, double[] Coefficients);
