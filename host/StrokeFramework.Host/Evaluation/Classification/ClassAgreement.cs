namespace StrokeFramework.Host.Evaluation;

/// <summary>
/// How predictions agree with the truth about one class against all others. A rate whose denominator is zero, such as
/// the sensitivity of a class that never occurs, is NaN.
/// </summary>
/// <param name="TruePositives">Rows of the class, predicted as the class.</param>
/// <param name="FalsePositives">Rows of other classes, predicted as the class.</param>
/// <param name="FalseNegatives">Rows of the class, predicted as another.</param>
/// <param name="TrueNegatives">All other rows.</param>
public readonly record struct ClassAgreement(int TruePositives, int FalsePositives, int FalseNegatives, int TrueNegatives)
{
    /// <summary>Rows of the class.</summary>
    public int Members => TruePositives + FalseNegatives;

    /// <summary>One-versus-rest accuracy, (TP + TN) / all, in [0, 1]; NaN without rows.</summary>
    public double Accuracy => Share(TruePositives + TrueNegatives, Members + FalsePositives + TrueNegatives);

    /// <summary>Sensitivity, or true-positive rate, TP / (TP + FN), in [0, 1]; NaN when the class never occurs.</summary>
    public double Sensitivity => Share(TruePositives, Members);

    /// <summary>Specificity, TN / (TN + FP), in [0, 1]; NaN when no other class occurs.</summary>
    public double Specificity => Share(TrueNegatives, TrueNegatives + FalsePositives);

    /// <summary>False-negative rate of the class, FN / (TP + FN) = 1 - sensitivity. Not the rate of a segmentation's voxels.</summary>
    public double FalseNegativeRate => Share(FalseNegatives, Members);

    /// <summary>Precision, TP / (TP + FP), in [0, 1]; NaN when the class is never predicted.</summary>
    public double Precision => Share(TruePositives, TruePositives + FalsePositives);

    private static double Share(int part, int whole) => whole == 0 ? double.NaN : (double)part / whole;
}
