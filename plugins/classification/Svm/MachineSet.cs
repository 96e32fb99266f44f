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
        // Three machines at a time: a sum waits for its last addition, and meanwhile the others go on.
        int m = 0;
        for (; m + 2 < decisions.Length; m += 3)
        {
            ReadOnlySpan<Vector256<double>> first = Weights(m), second = Weights(m + 1), third = Weights(m + 2);
            Vector256<double> sumFirst = Vector256<double>.Zero, sumSecond = sumFirst, sumThird = sumFirst;
            for (int v = 0; v < values.Length; v++)
            {
                Vector256<double> value = values[v];
                sumFirst += first[v] * value;
                sumSecond += second[v] * value;
                sumThird += third[v] * value;
            }

            (decisions[m], decisions[m + 1], decisions[m + 2]) = (Finish(m, sumFirst), Finish(m + 1, sumSecond), Finish(m + 2, sumThird));
        }

        for (; m < decisions.Length; m++)
        {
            ReadOnlySpan<Vector256<double>> weights = Weights(m);
            Vector256<double> sum = Vector256<double>.Zero;
            for (int v = 0; v < values.Length; v++) sum += weights[v] * values[v];
            decisions[m] = Finish(m, sum);
        }
    }

    private ReadOnlySpan<Vector256<double>> Weights(int m) => MemoryMarshal.Cast<double, Vector256<double>>(_weights.AsSpan(m * Bank.PaddedCount, Bank.PaddedCount));

    // Always four partial sums, so that the bits do not depend on the width of the machine's registers.
    private double Finish(int m, Vector256<double> sum) => Machines[m].Bias + (sum[0] + sum[1] + (sum[2] + sum[3]));
}
