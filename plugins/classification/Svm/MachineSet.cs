using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace StrokeFramework.Svm;

/// <summary>The machines of all pairs of classes, in the order (0, 1), (0, 2), …, (1, 2), …, with what they share.</summary>
internal sealed class MachineSet
{
    // A weight for every vector, mostly 0: quicker to sum than to look up the few that are not.
    private readonly double[] _weights;

    /// <summary>Puts machines together.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="bank">The vectors.</param>
    /// <param name="machines">One per pair.</param>
    public MachineSet(KernelFunction kernel, VectorBank bank, IReadOnlyList<PairMachine> machines)
    {
        (Kernel, Bank, Machines) = (kernel, bank, machines);
        _weights = new double[machines.Count * bank.PaddedCount];
        for (int m = 0; m < machines.Count; m++)
        {
            for (int n = 0; n < machines[m].Vectors.Length; n++)
                _weights[(m * bank.PaddedCount) + machines[m].Vectors[n]] += machines[m].Coefficients[n];
        }
    }

    /// <summary>The kernel.</summary>
    public KernelFunction Kernel { get; }

    /// <summary>The vectors.</summary>
    public VectorBank Bank { get; }

    /// <summary>One machine per pair of classes.</summary>
    public IReadOnlyList<PairMachine> Machines { get; }

    /// <summary>The pairs of a number of classes, in order.</summary>
    public static IEnumerable<(int First, int Second)> Pairs(int classes)
    {
        for (int first = 0; first < classes; first++)
        {
            for (int second = first + 1; second < classes; second++) yield return (first, second);
        }
    }

    /// <summary>
    /// The decision values of a standardized row: above 0 for the class named first, below for the other, beyond ±1
    /// outside the margin.
    /// </summary>
    /// <param name="row">The row.</param>
    /// <param name="kernels">Scratch of <see cref="VectorBank.PaddedCount"/> values.</param>
    /// <param name="decisions">Takes one value per machine.</param>
    public void Decide(ReadOnlySpan<double> row, Span<double> kernels, Span<double> decisions)
    {
        Kernel.Evaluate(row, Bank, kernels);
        ReadOnlySpan<Vector256<double>> values = MemoryMarshal.Cast<double, Vector256<double>>(kernels);
        for (int m = 0; m < decisions.Length; m++)
        {
            ReadOnlySpan<Vector256<double>> weights = MemoryMarshal.Cast<double, Vector256<double>>(_weights.AsSpan(m * Bank.PaddedCount, Bank.PaddedCount));
            // Always four partial sums, so that the bits do not depend on the width of the machine's registers.
            Vector256<double> sums = Vector256<double>.Zero;
            for (int v = 0; v < weights.Length; v++) sums += weights[v] * values[v];
            decisions[m] = Machines[m].Bias + (sums[0] + sums[1] + (sums[2] + sums[3]));
        }
    }
}
