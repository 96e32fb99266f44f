namespace StrokeFramework.Svm;

/// <summary>
/// How far a machine is from the optimality conditions of its training problem: a row whose weight could grow has a
/// margin of at least 1, and a row whose weight could shrink one of at most 1 (Karush-Kuhn-Tucker).
/// </summary>
internal static class OptimalityCheck
{
    /// <summary>The largest violation among the rows of the pair.</summary>
    /// <param name="rows">All training rows.</param>
    /// <param name="solution">What the solver found.</param>
    /// <param name="boxConstraint">The largest weight of a row.</param>
    /// <param name="decisions">The machine's decision value of every training row.</param>
    public static double LargestViolation(TrainingRows rows, PairSolution solution, double boxConstraint, ReadOnlySpan<double> decisions)
    {
        // Rows of equal values and class share their weight: only the sum matters.
        var weights = new Dictionary<(int Vector, bool First), double>();
        foreach ((int vector, double weight) in solution.Support)
            weights[(vector, weight > 0)] = weights.GetValueOrDefault((vector, weight > 0)) + Math.Abs(weight);
        var counts = new Dictionary<(int Vector, bool First), int>();
        for (int n = 0; n < rows.Labels.Length; n++)
        {
            (int, bool) key = (rows.VectorOf[n], rows.Labels[n] == solution.First);
            if (IsMember(rows.Labels[n], solution)) counts[key] = counts.GetValueOrDefault(key) + 1;
        }

        double worst = 0;
        for (int n = 0; n < rows.Labels.Length; n++)
        {
            if (!IsMember(rows.Labels[n], solution)) continue;
            bool first = rows.Labels[n] == solution.First;
            double margin = first ? decisions[n] : -decisions[n], weight = weights.GetValueOrDefault((rows.VectorOf[n], first));
            if (weight < counts[(rows.VectorOf[n], first)] * boxConstraint * (1 - 1e-9)) worst = Math.Max(worst, 1 - margin);
            if (weight > 0) worst = Math.Max(worst, margin - 1);
        }

        return worst;
    }

    private static bool IsMember(int label, PairSolution solution) => label == solution.First || label == solution.Second;
}
