namespace StrokeFramework.Svm;

/// <summary>What the solver found for one pair of classes.</summary>
/// <param name="First">The class on the positive side.</param>
/// <param name="Second">The class on the negative side.</param>
/// <param name="Bias">The bias.</param>
/// <param name="Support">Support vectors by number, with their weights: positive for the first class.</param>
internal sealed record PairSolution(int First, int Second, double Bias, IReadOnlyList<(int Vector, double Weight)> Support);
