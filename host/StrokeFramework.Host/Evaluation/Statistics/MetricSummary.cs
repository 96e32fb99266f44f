namespace StrokeFramework.Host.Evaluation;

/// <summary>One metric over several studies; those in which it is undefined are left out.</summary>
/// <param name="Id">Short name for CSV headers, such as <c>dice</c>.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Unit">Its unit; empty for a pure number.</param>
/// <param name="Count">Studies in which it is defined.</param>
/// <param name="Mean">Mean over the studies; NaN without one.</param>
/// <param name="StandardDeviation">Standard deviation over the studies (n - 1); NaN with fewer than two.</param>
/// <param name="Median">Median over the studies; NaN without one.</param>
/// <param name="MeanInterval">95 % interval of the mean, by bootstrap over patients.</param>
public sealed record MetricSummary(string Id, string Name, string Unit, int Count, double Mean, double StandardDeviation, double Median, Interval MeanInterval)
{
    /// <summary>Summarizes the values of one metric.</summary>
    /// <param name="metric">Its names and unit.</param>
    /// <param name="values">A value per study.</param>
    /// <param name="bootstrap">Resamples of the same studies.</param>
    internal static MetricSummary Of(MetricValue metric, IReadOnlyList<double> values, PatientBootstrap bootstrap)
    {
        Estimate mean = bootstrap.Estimate(values.Count, rows => MeanOf(values, rows));
        double[] finite = [.. values.Where(double.IsFinite).Order()];
        double deviation = finite.Length < 2 ? double.NaN : Math.Sqrt(finite.Sum(v => (v - mean.Value) * (v - mean.Value)) / (finite.Length - 1));
        return new(metric.Id, metric.Name, metric.Unit, finite.Length, mean.Value, deviation, Quantile.OfSorted(finite, 0.5), mean.Interval);
    }

    /// <summary>The mean of the values in some rows, those that are not finite left out; NaN when none is left.</summary>
    internal static double MeanOf(IReadOnlyList<double> values, IReadOnlyList<int> rows)
    {
        double sum = 0;
        int count = 0;
        for (int n = 0; n < rows.Count; n++)
        {
            double value = values[rows[n]];
            if (!double.IsFinite(value)) continue;
            sum += value;
            count++;
        }

        return count == 0 ? double.NaN : sum / count;
    }

    /// <summary>The mean of the values that are finite; NaN when none is.</summary>
    internal static double MeanOf(ReadOnlySpan<double> values)
    {
        double sum = 0;
        int count = 0;
        foreach (double value in values)
        {
            if (!double.IsFinite(value)) continue;
            sum += value;
            count++;
        }

        return count == 0 ? double.NaN : sum / count;
    }
}
