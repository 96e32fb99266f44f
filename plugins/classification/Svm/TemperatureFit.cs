namespace StrokeFramework.Svm;

/// <summary>
/// Finds how steeply losses become probabilities: the temperature scaling of Guo, Pleiss, Sun &amp; Weinberger 2017
/// (<see href="https://arxiv.org/abs/1706.04599"/>) on the training rows, with the smoothed targets of Platt 1999, so
/// that separable rows do not drive it to infinity. It never changes which class is the most probable.
/// </summary>
internal static class TemperatureFit
{
    private const double Least = 1, Most = 1000;
    private const int Halvings = 24;

    /// <summary>The factor that maximizes the likelihood, in [1, 1000].</summary>
    /// <param name="losses">Per row and class the average hinge loss, classes fastest.</param>
    /// <param name="labels">The class of each row.</param>
    /// <param name="classes">Number of classes.</param>
    public static double Find(double[] losses, int[] labels, int classes)
    {
        var counts = new int[classes];
        foreach (int label in labels) counts[label]++;
        double target = 0;
        for (int row = 0; row < labels.Length; row++)
        {
            ReadOnlySpan<double> own = losses.AsSpan(row * classes, classes);
            double certainty = (counts[labels[row]] + 1.0) / (counts[labels[row]] + 2.0), others = 0;
            foreach (double loss in own) others += loss;
            others -= own[labels[row]];
            target += (certainty * own[labels[row]]) + ((1 - certainty) * others / (classes - 1));
        }

        // The expected loss falls as the factor grows; at the best factor it equals that of the targets.
        double low = Math.Log(Least), high = Math.Log(Most);
        for (int n = 0; n < Halvings; n++)
        {
            double middle = (low + high) / 2;
            if (ExpectedLoss(losses, classes, Math.Exp(middle)) > target) low = middle;
            else high = middle;
        }

        return Math.Exp(low);
    }

    private static double ExpectedLoss(double[] losses, int classes, double temperature)
    {
        double sum = 0;
        Span<double> probabilities = new double[classes];
        for (int row = 0; row < losses.Length; row += classes)
        {
            ReadOnlySpan<double> own = losses.AsSpan(row, classes);
            own.CopyTo(probabilities);
            Decoder.Softmax(probabilities, temperature);
            for (int c = 0; c < classes; c++) sum += probabilities[c] * own[c];
        }

        return sum;
    }
}
