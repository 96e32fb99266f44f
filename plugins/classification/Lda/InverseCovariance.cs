using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace StrokeFramework.Lda;

/// <summary>
/// The inverse of a covariance, or where it is singular the pseudo-inverse of its correlations: directions in which
/// rows of one class do not differ are left out.
/// </summary>
internal sealed class InverseCovariance
{
    // Features have variance 1 over all rows: below this, the variance within classes is rounding.
    private const double LeastVariance = 1e-20;
    private const double LeastEigenvalue = 1e-10;

    private readonly Matrix<double> _inverse;

    // The matrices are small, and one thread gives the same bits everywhere. The setting is this plugin's own.
    static InverseCovariance() => Control.UseSingleThread();

    /// <summary>Inverts.</summary>
    /// <param name="covariance">A covariance.</param>
    /// <param name="gamma">How far it is drawn towards its diagonal, in [0, 1].</param>
    public InverseCovariance(double[,] covariance, double gamma)
    {
        Features = covariance.GetLength(0);
        var scale = new double[Features];
        for (int f = 0; f < Features; f++) scale[f] = covariance[f, f] > LeastVariance ? 1 / Math.Sqrt(covariance[f, f]) : 0;
        Flat = [.. Enumerable.Range(0, Features).Where(f => scale[f] == 0)];

        Matrix<double> correlations = Matrix<double>.Build.Dense(
            Features, Features, (f, g) => f == g && scale[f] > 0 ? 1 : (1 - gamma) * covariance[f, g] * scale[f] * scale[g]);
        Evd<double> parts = correlations.Evd(Symmetricity.Symmetric);
        double[] values = [.. parts.EigenValues.Select(v => v.Real)];
        double least = LeastEigenvalue * values.Max();
        double[] kept = [.. values.Where(v => v > least)];
        Rank = kept.Length;
        Condition = Rank > 0 ? kept.Max() / kept.Min() : double.NaN;
        Matrix<double> middle = Matrix<double>.Build.DenseOfDiagonalArray([.. values.Select(v => v > least ? 1 / v : 0)]);
        Matrix<double> outer = Matrix<double>.Build.DenseOfDiagonalArray(scale) * parts.EigenVectors;
        _inverse = outer * middle * outer.Transpose();
    }

    /// <summary>Number of features.</summary>
    public int Features { get; }

    /// <summary>The features that do not vary within the classes, which have no effect.</summary>
    public IReadOnlyList<int> Flat { get; }

    /// <summary>Number of directions that are kept; 0 where nothing varies within classes.</summary>
    public int Rank { get; }

    /// <summary>Ratio of the largest and the least spread among the directions that are kept; NaN where there is none.</summary>
    public double Condition { get; }

    /// <summary>The inverse times a vector.</summary>
    public double[] Times(double[] vector) => (_inverse * Vector<double>.Build.Dense(vector)).ToArray();
}
