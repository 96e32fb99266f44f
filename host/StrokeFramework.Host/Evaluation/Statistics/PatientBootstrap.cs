namespace StrokeFramework.Host.Evaluation;

/// <summary>
/// Percentile bootstrap over patients (Efron &amp; Tibshirani 1993): each resample draws as many patients as there are,
/// with replacement, and takes all rows of each, because rows of one patient are not independent. The seed fixes the
/// resamples, and the order of the rows does not matter.
/// </summary>
public sealed class PatientBootstrap
{
    /// <summary>The number of resamples by default.</summary>
    public const int DefaultSamples = 1000;

    private const double Level = 0.95;
    private readonly int[][] _rows;
    private readonly ulong _seed;
    private readonly int _samples;

    /// <summary>Prepares resamples.</summary>
    /// <param name="patients">The patient of each row.</param>
    /// <param name="seed">The seed: the same seed gives the same intervals.</param>
    /// <param name="samples">The number of resamples.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than two resamples.</exception>
    public PatientBootstrap(IReadOnlyList<string> patients, long seed, int samples = DefaultSamples)
    {
        ArgumentNullException.ThrowIfNull(patients);
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 2);
        _rows = [.. patients.Index().GroupBy(p => p.Item, p => p.Index, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => g.ToArray())];
        (_seed, _samples) = (unchecked((ulong)seed), samples);
    }

    /// <summary>The number of patients.</summary>
    public int Patients => _rows.Length;

    /// <summary>
    /// The interval from the 2.5th to the 97.5th percentile of a figure over the resamples, linear between neighbors.
    /// Resamples in which the figure is undefined (NaN) are left out.
    /// </summary>
    /// <param name="figure">Computes the figure from the places of rows, in which a row may stand several times.</param>
    /// <returns>The interval; none with fewer than two patients, or when the figure is undefined in more than half of the resamples.</returns>
    public Interval Interval(Func<IReadOnlyList<int>, double> figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        if (_rows.Length < 2) return Evaluation.Interval.None;
        var random = new SplitMix64(_seed);
        var rows = new List<int>();
        var values = new List<double>(_samples);
        for (int sample = 0; sample < _samples; sample++)
        {
            rows.Clear();
            for (int p = 0; p < _rows.Length; p++) rows.AddRange(_rows[random.Below(_rows.Length)]);
            double value = figure(rows);
            if (!double.IsNaN(value)) values.Add(value);
        }

        if (2 * values.Count < _samples) return Evaluation.Interval.None;
        values.Sort();
        return new(Quantile.OfSorted(values, (1 - Level) / 2), Quantile.OfSorted(values, (1 + Level) / 2));
    }

    /// <summary>A figure of all rows with its interval.</summary>
    /// <param name="rowCount">The number of rows.</param>
    /// <param name="figure">Computes the figure from the places of rows.</param>
    internal Estimate Estimate(int rowCount, Func<IReadOnlyList<int>, double> figure)
    {
        double value = figure([.. Enumerable.Range(0, rowCount)]);
        return new(value, double.IsNaN(value) ? Evaluation.Interval.None : Interval(figure));
    }
}
