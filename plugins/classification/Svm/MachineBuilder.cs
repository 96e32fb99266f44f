namespace StrokeFramework.Svm;

/// <summary>Makes machines that predict from what the solver found.</summary>
internal static class MachineBuilder
{
    /// <summary>Gathers the support vectors of all pairs, each once; a linear machine is folded into one weight vector.</summary>
    public static MachineSet Build(TrainingRows rows, KernelFunction kernel, IReadOnlyList<PairSolution> solutions)
    {
        var byNumber = new Dictionary<int, float[]>();
        for (int n = 0; n < rows.Rows.Length; n++) byNumber.TryAdd(rows.VectorOf[n], rows.Rows[n]);
        return kernel == KernelFunction.Linear ? Fold(byNumber, solutions) : Share(byNumber, kernel, solutions);
    }

    private static MachineSet Fold(Dictionary<int, float[]> vectors, IReadOnlyList<PairSolution> solutions)
    {
        int features = vectors[0].Length;
        var weights = new List<double[]>();
        var machines = new List<PairMachine>();
        foreach (PairSolution solution in solutions)
        {
            var weight = new double[features];
            foreach ((int vector, double alpha) in solution.Support)
            {
                for (int f = 0; f < features; f++) weight[f] += alpha * vectors[vector][f];
            }

            machines.Add(new(solution.Bias, [weights.Count], [1]));
            weights.Add(weight);
        }

        return new(KernelFunction.Linear, new(weights, features), machines);
    }

    private static MachineSet Share(Dictionary<int, float[]> vectors, KernelFunction kernel, IReadOnlyList<PairSolution> solutions)
    {
        int[] used = [.. solutions.SelectMany(s => s.Support).Select(s => s.Vector).Distinct().Order()];
        double[][] bank = [.. used.Select(n => Array.ConvertAll(vectors[n], v => (double)v))];
        PairMachine[] machines = [.. solutions.Select(s => new PairMachine(
            s.Bias, [.. s.Support.Select(v => Array.BinarySearch(used, v.Vector))], [.. s.Support.Select(v => v.Weight)]))];
        return new(kernel, new(bank, vectors[0].Length), machines);
    }
}
