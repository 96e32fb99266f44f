namespace StrokeFramework.Phantom;

/// <summary>
/// The ceiling for any classifier of the phantom's lesions: Bayes' rule with the true distributions. A class's likelihood
/// is the mean over severity of a normal density, in the logarithms of ADC, T2 and rim contrast, about the class's curve;
/// the spread is the generator's own plus an error of measurement. All classes are equally likely beforehand.
/// </summary>
/// <remarks>
/// With no error of measurement this is the exact Bayes rule for the generator, but for the shared spread of core and rim,
/// which is taken as independent. With an error, every parameter is first blurred by it, with a seed of its own.
/// </remarks>
public sealed class PhantomOracle
{
    // Severity is integrated over this many points; the curves are straight, so more changes nothing.
    private const int Severities = 201;

    // A parameter is never known better than this, which keeps a missing rim's likelihood finite.
    private const double Sharpest = 0.01;

    private readonly LesionSettings _settings;
    private readonly double _error;

    /// <summary>Makes an oracle.</summary>
    /// <param name="settings">The settings that the lesions were made with.</param>
    /// <param name="measurementError">Relative standard deviation with which each parameter is seen; 0 for the truth itself. The default is about what a mean over a region gives.</param>
    public PhantomOracle(LesionSettings settings, double measurementError = 0.1)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentOutOfRangeException.ThrowIfNegative(measurementError);
        (_settings, _error) = (settings, measurementError);
    }

    /// <summary>Names every lesion and counts.</summary>
    /// <param name="lesions">Lesions with their true parameters.</param>
    /// <param name="seed">The seed of the measurement errors.</param>
    public OracleReport Judge(IEnumerable<PhantomLesion> lesions, long seed = 0)
    {
        ArgumentNullException.ThrowIfNull(lesions);
        var counts = new int[StrokeTypes.All.Count][];
        for (int row = 0; row < counts.Length; row++) counts[row] = new int[counts.Length];
        int judged = 0, right = 0;
        foreach (PhantomLesion lesion in lesions)
        {
            IReadOnlyList<double> posterior = Posterior(lesion, new PhantomRandom(seed, judged));
            int truth = IndexOf(lesion.StrokeType), said = 0;
            for (int c = 1; c < posterior.Count; c++)
            {
                if (posterior[c] > posterior[said]) said = c;
            }

            counts[truth][said]++;
            judged++;
            if (said == truth) right++;
        }

        return new(judged, judged > 0 ? (double)right / judged : double.NaN, counts);
    }

    /// <summary>Probability of each type in the order of <see cref="StrokeTypes.All"/>; sums to 1.</summary>
    /// <param name="lesion">The lesion with its true parameters.</param>
    /// <param name="random">The stream of the measurement errors.</param>
    public IReadOnlyList<double> Posterior(PhantomLesion lesion, PhantomRandom random)
    {
        ArgumentNullException.ThrowIfNull(lesion);
        ArgumentNullException.ThrowIfNull(random);
        LesionObservation truth = LesionObservation.Of(lesion);
        double Blur(double value, double times) => value + (times * _error * random.Normal());
        // A contrast between two parameters carries both their errors.
        var seen = new LesionObservation(
            Blur(truth.Adc, 1), Blur(truth.T2, 1), Blur(truth.RimAdc, Math.Sqrt(2)), Blur(truth.RimT2, Math.Sqrt(2)));
        double[] logs = [.. StrokeTypes.All.Select(type => LogLikelihood(seen, _settings.Of(type), lesion.TissueT2))];
        double top = logs.Max();
        double[] weights = Array.ConvertAll(logs, l => Math.Exp(l - top));
        double sum = weights.Sum();
        return Array.ConvertAll(weights, w => w / sum);
    }

    private double LogLikelihood(LesionObservation seen, LesionClassSettings look, double tissueT2)
    {
        double adc = Spread(_settings.AdcVariation, 1), t2 = Spread(_settings.T2Variation, 1);
        bool rimmed = look.RimAdc is not null;
        double rimAdc = rimmed ? Spread(_settings.AdcVariation, 2) : Spread(0, 2), rimT2 = rimmed ? Spread(_settings.T2Variation, 2) : Spread(0, 2);
        var logs = new double[Severities];
        for (int step = 0; step < Severities; step++)
        {
            // Equal steps of the uniform number behind severity weigh severities as the generator does.
            double severity = Math.Pow((double)step / (Severities - 1), _settings.SeverityExponent);
            LesionObservation expected = LesionObservation.Expected(look, severity, tissueT2);
            logs[step] = LogNormal(seen.Adc - expected.Adc, adc) + LogNormal(seen.T2 - expected.T2, t2)
                + LogNormal(seen.RimAdc - expected.RimAdc, rimAdc) + LogNormal(seen.RimT2 - expected.RimT2, rimT2);
        }

        double top = logs.Max();
        return top + Math.Log(logs.Sum(l => Math.Exp(l - top)) / Severities);
    }

    // The generator's spread and the error of measurement, each counted as often as parameters enter.
    private double Spread(double variation, int times) =>
        Math.Sqrt(times * ((variation * variation) + Math.Max(_error * _error, Sharpest * Sharpest)));

    private static double LogNormal(double difference, double deviation) =>
        (-0.5 * difference * difference / (deviation * deviation)) - Math.Log(deviation);

    private static int IndexOf(string type)
    {
        for (int c = 0; c < StrokeTypes.All.Count; c++)
        {
            if (StrokeTypes.All[c] == type) return c;
        }

        throw new ArgumentException($"'{type}' is not a stroke type with a lesion.", nameof(type));
    }
}
