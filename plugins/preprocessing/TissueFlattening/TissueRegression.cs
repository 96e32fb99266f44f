namespace StrokeFramework.TissueFlattening;

/// <summary>
/// Linear regression by least squares that outliers above the line cannot pull: samples further off than a few robust
/// deviations of the residuals are left out, and the fit is repeated.
/// </summary>
internal static class TissueRegression
{
    private const int Rounds = 8;

    // What is brighter than expected may be lesion; what is darker is noise or fluid and farther off before it counts as such.
    private const double Above = 1.5, Below = 3;

    // Keeps the normal equations solvable where a predictor is constant.
    private const double Ridge = 1e-6;

    /// <summary>Fits and returns what is left of the values.</summary>
    /// <param name="values">One value per voxel.</param>
    /// <param name="predictors">As many values each; a constant is added.</param>
    /// <param name="use">1 where a voxel takes part in the fit.</param>
    /// <param name="cancellation">Looked at in every round.</param>
    /// <returns>Value less prediction for every voxel.</returns>
    /// <exception cref="OperationCanceledException">The fit was cancelled.</exception>
    public static float[] Residuals(float[] values, IReadOnlyList<float[]> predictors, byte[] use, CancellationToken cancellation)
    {
        var residuals = (float[])values.Clone();
        double low = double.NegativeInfinity, high = double.PositiveInfinity;
        for (int round = 0; round < Rounds; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            double[] weights = Fit(values, predictors, use, residuals, low, high);
            Subtract(values, predictors, weights, residuals);
            double deviation = Deviation(residuals, use);
            (low, high) = (-Below * deviation, Above * deviation);
        }

        return residuals;
    }

    private static double[] Fit(float[] values, IReadOnlyList<float[]> predictors, byte[] use, float[] residuals, double low, double high)
    {
        int count = predictors.Count + 1;
        var sums = new double[count, count + 1];
        var row = new double[count + 1];
        row[0] = 1;
        for (int v = 0; v < values.Length; v++)
        {
            if (use[v] == 0 || residuals[v] < low || residuals[v] > high) continue;
            for (int p = 1; p < count; p++) row[p] = predictors[p - 1][v];
            row[count] = values[v];
            for (int a = 0; a < count; a++)
            {
                for (int b = a; b <= count; b++) sums[a, b] += row[a] * row[b];
            }
        }

        return Solve(sums, count);
    }

    // Gaussian elimination; the matrix is symmetric and, with the ridge, positive definite.
    private static double[] Solve(double[,] sums, int count)
    {
        for (int a = 0; a < count; a++)
        {
            sums[a, a] += Ridge;
            for (int b = 0; b < a; b++) sums[a, b] = sums[b, a];
        }

        for (int pivot = 0; pivot < count; pivot++)
        {
            for (int a = pivot + 1; a < count; a++)
            {
                double factor = sums[a, pivot] / sums[pivot, pivot];
                for (int b = pivot; b <= count; b++) sums[a, b] -= factor * sums[pivot, b];
            }
        }

        var weights = new double[count];
        for (int a = count - 1; a >= 0; a--)
        {
            double rest = sums[a, count];
            for (int b = a + 1; b < count; b++) rest -= sums[a, b] * weights[b];
            weights[a] = rest / sums[a, a];
        }

        return weights;
    }

    private static void Subtract(float[] values, IReadOnlyList<float[]> predictors, double[] weights, float[] residuals)
    {
        for (int v = 0; v < values.Length; v++)
        {
            double prediction = weights[0];
            for (int p = 1; p < weights.Length; p++) prediction += weights[p] * predictors[p - 1][v];
            residuals[v] = (float)(values[v] - prediction);
        }
    }

    private static double Deviation(float[] residuals, byte[] use)
    {
        var distances = new List<float>();
        for (int v = 0; v < residuals.Length; v++)
        {
            if (use[v] != 0) distances.Add(Math.Abs(residuals[v]));
        }

        return distances.Count == 0 ? 0 : Imaging.RobustStatistics.NormalConsistency * Imaging.RobustStatistics.QuantileInPlace(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(distances), 0.5);
    }
}
