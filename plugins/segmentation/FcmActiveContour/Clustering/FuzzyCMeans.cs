namespace StrokeFramework.FcmActiveContour.Clustering;

/// <summary>
/// Fuzzy c-means (Bezdek 1981, <see href="https://doi.org/10.1007/978-1-4757-0450-1"/>): makes
/// J = sum over voxels k and clusters i of u_ik^m (x_k - v_i)² small by turns of memberships and centers. J never rises.
/// </summary>
internal sealed class FuzzyCMeans
{
    private readonly IntensitySamples _samples;
    private readonly double _fuzziness;
    private readonly double _tolerance;
    private readonly int _maximumIterations;

    /// <param name="samples">At least one value.</param>
    /// <param name="fuzziness">The exponent m, above 1.</param>
    /// <param name="tolerance">Stops when J changes by less than this, in squared intensity times voxels.</param>
    /// <param name="maximumIterations">Stops after so many iterations at the latest.</param>
    public FuzzyCMeans(IntensitySamples samples, double fuzziness, double tolerance, int maximumIterations)
    {
        (_samples, _fuzziness, _tolerance, _maximumIterations) = (samples, fuzziness, tolerance, maximumIterations);
    }

    /// <summary>Starts from quantiles: 5, 40, 75 and 99 % for four clusters, interpolated between these for other numbers.</summary>
    /// <param name="clusters">Number of clusters; no more than there are distinct values are made.</param>
    /// <param name="cancellation">Looked at in each iteration.</param>
    public FuzzyClusters Solve(int clusters, CancellationToken cancellation)
    {
        var centers = new double[Math.Min(clusters, _samples.Count)];
        for (int c = 0; c < centers.Length; c++) centers[c] = _samples.Quantile(StartFraction(centers.Length == 1 ? 0.5 : (double)c / (centers.Length - 1)));
        return Iterate(centers, cancellation);
    }

    /// <summary>Starts from random memberships, as the usual tool does.</summary>
    /// <param name="clusters">Number of clusters; no more than there are distinct values are made.</param>
    /// <param name="random">Gives the memberships.</param>
    /// <param name="cancellation">Looked at in each iteration.</param>
    public FuzzyClusters Solve(int clusters, Random random, CancellationToken cancellation)
    {
        int count = Math.Min(clusters, _samples.Count);
        var weight = new double[count];
        var sum = new double[count];
        var memberships = new double[count];
        for (int n = 0; n < _samples.Count; n++)
        {
            double total = 0;
            for (int c = 0; c < count; c++) total += memberships[c] = 1 - random.NextDouble();
            for (int c = 0; c < count; c++)
            {
                double u = _samples.Weights[n] * Math.Pow(memberships[c] / total, _fuzziness);
                weight[c] += u;
                sum[c] += u * _samples.Values[n];
            }
        }

        for (int c = 0; c < count; c++) sum[c] /= weight[c];
        return Iterate(sum, cancellation);
    }

    private static double StartFraction(double place) => place switch
    {
        <= 1.0 / 3 => 0.05 + (3 * place * 0.35),
        <= 2.0 / 3 => 0.40 + (((3 * place) - 1) * 0.35),
        _ => 0.75 + (((3 * place) - 2) * 0.24),
    };

    private FuzzyClusters Iterate(double[] centers, CancellationToken cancellation)
    {
        var objective = new List<double>();
        double last = double.PositiveInfinity;
        for (int iteration = 0; iteration < _maximumIterations; iteration++)
        {
            cancellation.ThrowIfCancellationRequested();
            double now = Step(centers);
            objective.Add(now);
            if (Math.Abs(last - now) < _tolerance) break;
            last = now;
        }

        Array.Sort(centers);
        return new(centers, _fuzziness, objective);
    }

    /// <summary>
    /// Moves the centers once; returns J of the memberships that belong to the centers as they were. With r_i = (d² / d_i²)^(1/(m-1)),
    /// d² the least of the d_i² and R the sum of the r_i, u_i = r_i / R and J has the terms d² R^(1-m).
    /// </summary>
    private double Step(double[] centers)
    {
        int count = centers.Length;
        Span<double> square = stackalloc double[count], weight = stackalloc double[count], sum = stackalloc double[count];
        weight.Clear();
        sum.Clear();
        bool plain = _fuzziness == 2;
        double power = 1 / (_fuzziness - 1), objective = 0;
        for (int n = 0; n < _samples.Count; n++)
        {
            double value = _samples.Values[n], nearest = double.PositiveInfinity, total = 0;
            for (int c = 0; c < count; c++)
            {
                double distance = value - centers[c];
                square[c] = Math.Max(FuzzyClusters.LeastSquare, distance * distance);
                nearest = Math.Min(nearest, square[c]);
            }

            for (int c = 0; c < count; c++)
            {
                double r = nearest / square[c];
                square[c] = plain ? r : Math.Pow(r, power);
                total += square[c];
            }

            objective += _samples.Weights[n] * nearest * (plain ? 1 / total : Math.Pow(total, 1 - _fuzziness));
            for (int c = 0; c < count; c++)
            {
                double u = square[c] / total;
                u = _samples.Weights[n] * (plain ? u * u : Math.Pow(u, _fuzziness));
                weight[c] += u;
                sum[c] += u * value;
            }
        }

        for (int c = 0; c < count; c++) centers[c] = sum[c] / weight[c];
        return objective;
    }
}
