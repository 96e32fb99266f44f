namespace StrokeFramework.Host.Evaluation;

/// <summary>A patient's stroke type: the class of the volume-weighted mean probability over the lesions.</summary>
/// <param name="Type">The class; <c>n/a</c> when there is no lesion.</param>
/// <param name="Probabilities">The mean probabilities; empty when there is no lesion.</param>
public sealed record PatientType(string Type, IReadOnlyList<double> Probabilities)
{
    /// <summary>Combines the lesions of a patient. A lesion with several rows counts once, with the mean of its rows.</summary>
    /// <param name="classes">The classes, in the order of the probabilities.</param>
    /// <param name="lesions">The rows of each lesion: its volume in ml and a row's probabilities.</param>
    public static PatientType Combine(IReadOnlyList<string> classes, IEnumerable<IGrouping<object, (double Volume, IReadOnlyList<double> Probabilities)>> lesions)
    {
        ArgumentNullException.ThrowIfNull(classes);
        ArgumentNullException.ThrowIfNull(lesions);
        var sum = new double[classes.Count];
        double total = 0;
        foreach (IGrouping<object, (double Volume, IReadOnlyList<double> Probabilities)> lesion in lesions)
        {
            (double Volume, IReadOnlyList<double> Probabilities)[] rows = [.. lesion];
            double volume = rows[0].Volume;
            total += volume;
            for (int c = 0; c < sum.Length; c++) sum[c] += volume * rows.Average(r => r.Probabilities[c]);
        }

        if (total <= 0) return new(StrokeTypes.None, []);
        for (int c = 0; c < sum.Length; c++) sum[c] /= total;
        return new(classes[Array.IndexOf(sum, sum.Max())], sum);
    }
}
