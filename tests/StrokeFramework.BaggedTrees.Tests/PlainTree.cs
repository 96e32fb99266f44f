namespace StrokeFramework.BaggedTrees.Tests;

/// <summary>A tree grown and asked at once, by trying every threshold anew: slow and plain.</summary>
internal static class PlainTree
{
    /// <summary>Share of each class in the leaf that a row falls into.</summary>
    public static double[] Predict(IReadOnlyList<(double[] Row, int Label)> sample, int classes, double[] asked)
    {
        double[] shares = [.. Enumerable.Range(0, classes).Select(c => sample.Count(s => s.Label == c) / (double)sample.Count)];
        if (shares.Max() == 1) return shares;
        (double Score, int Feature, double Threshold) best = (double.NegativeInfinity, -1, 0);
        for (int f = 0; f < asked.Length; f++)
        {
            double[] values = [.. sample.Select(s => s.Row[f]).Distinct().Order()];
            for (int n = 1; n < values.Length; n++)
            {
                double threshold = (values[n - 1] + values[n]) / 2;
                double score = Purity(sample.Where(s => s.Row[f] <= threshold), classes) + Purity(sample.Where(s => s.Row[f] > threshold), classes);
                if (score > best.Score) best = (score, f, threshold);
            }
        }

        if (best.Feature < 0) return shares;
        bool isLeft = asked[best.Feature] <= best.Threshold;
        return Predict([.. sample.Where(s => (s.Row[best.Feature] <= best.Threshold) == isLeft)], classes, asked);
    }

    // Number of rows times (1 - Gini impurity).
    private static double Purity(IEnumerable<(double[] Row, int Label)> half, int classes)
    {
        int[] counts = [.. Enumerable.Range(0, classes).Select(c => half.Count(s => s.Label == c))];
        return (double)counts.Sum(c => c * c) / counts.Sum();
    }
}
