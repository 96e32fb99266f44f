namespace StrokeFramework.Svm;

/// <summary>The machines of all pairs of classes, in the order (0, 1), (0, 2), …, (1, 2), …, with what they share.</summary>
/// <param name="Kernel">The kernel.</param>
/// <param name="Bank">The vectors.</param>
/// <param name="Machines">One per pair.</param>
internal sealed record MachineSet(KernelFunction Kernel, VectorBank Bank, IReadOnlyList<PairMachine> Machines)
{
    /// <summary>The pairs of a number of classes, in order.</summary>
    public static IEnumerable<(int First, int Second)> Pairs(int classes)
    {
        for (int first = 0; first < classes; first++)
        {
            for (int second = first + 1; second < classes; second++) yield return (first, second);
        }
    }

    /// <summary>The decision values of a standardized row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="kernels">Scratch of <see cref="VectorBank.PaddedCount"/> values.</param>
    /// <param name="decisions">Takes one value per machine.</param>
    public void Decide(ReadOnlySpan<double> row, Span<double> kernels, Span<double> decisions)
    {
        Kernel.Evaluate(row, Bank, kernels);
        for (int m = 0; m < Machines.Count; m++) decisions[m] = Machines[m].Decide(kernels);
    }
}
