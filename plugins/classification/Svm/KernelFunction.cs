using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace StrokeFramework.Svm;

/// <summary>A kernel: <c>(offset + gamma x'y)^degree</c>, or <c>exp(-gamma |x - y|²)</c> where the degree is 0.</summary>
/// <param name="Degree">1 to 3, or 0 for the Gaussian.</param>
/// <param name="Gamma">Scale, above 0.</param>
/// <param name="Offset">Added before the power; unused by the Gaussian.</param>
internal sealed record KernelFunction(int Degree, double Gamma, double Offset)
{
    /// <summary>The inner product.</summary>
    public static KernelFunction Linear { get; } = new(1, 1, 0);

    /// <summary>True for the Gaussian.</summary>
    public bool IsGaussian => Degree == 0;

    /// <summary>The kernel of a preset for a number of features.</summary>
    public static KernelFunction Of(KernelPreset preset, int features) => preset switch
    {
        KernelPreset.Quadratic => new(2, 1.0 / features, 1),
        KernelPreset.Cubic => new(3, 1.0 / features, 1),
        KernelPreset.GaussianFine => new(0, 16.0 / features, 0),
        KernelPreset.GaussianMedium => new(0, 1.0 / features, 0),
        KernelPreset.GaussianCoarse => new(0, 1.0 / (16.0 * features), 0),
        _ => Linear,
    };

    /// <summary>The kernel between one row and every vector of a bank.</summary>
    /// <param name="row">A standardized row.</param>
    /// <param name="bank">The vectors.</param>
    /// <param name="values">Takes <see cref="VectorBank.PaddedCount"/> values, of which those beyond the count mean nothing.</param>
    public void Evaluate(ReadOnlySpan<double> row, VectorBank bank, Span<double> values)
    {
        ReadOnlySpan<Vector256<double>> vectors = MemoryMarshal.Cast<double, Vector256<double>>(bank.Values);
        Span<Vector256<double>> sums = MemoryMarshal.Cast<double, Vector256<double>>(values);
        // A group's sums stay in registers until it is done; there are two, so that neither waits for its own last addition.
        for (int v = 0; v < sums.Length; v += 2)
        {
            ReadOnlySpan<Vector256<double>> group = vectors.Slice(v * row.Length, 2 * row.Length);
            (sums[v], sums[v + 1]) = IsGaussian ? Gaussian(row, group) : Polynomial(row, group);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (Vector256<double> Low, Vector256<double> High) Gaussian(ReadOnlySpan<double> row, ReadOnlySpan<Vector256<double>> group)
    {
        Vector256<double> low = Vector256<double>.Zero, high = low;
        for (int f = 0; f < row.Length; f++)
        {
            var x = Vector256.Create(row[f]);
            Vector256<double> lowDifference = x - group[2 * f], highDifference = x - group[(2 * f) + 1];
            low += lowDifference * lowDifference;
            high += highDifference * highDifference;
        }

        return (Exponential.OfNegative(-Gamma * low), Exponential.OfNegative(-Gamma * high));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (Vector256<double> Low, Vector256<double> High) Polynomial(ReadOnlySpan<double> row, ReadOnlySpan<Vector256<double>> group)
    {
        Vector256<double> low = Vector256<double>.Zero, high = low;
        for (int f = 0; f < row.Length; f++)
        {
            var x = Vector256.Create(row[f]);
            low += x * group[2 * f];
            high += x * group[(2 * f) + 1];
        }

        return (Power(low), Power(high));
    }

    private Vector256<double> Power(Vector256<double> product)
    {
        Vector256<double> line = (Gamma * product) + Vector256.Create(Offset);
        return Degree switch { 1 => line, 2 => line * line, _ => line * line * line };
    }
}
