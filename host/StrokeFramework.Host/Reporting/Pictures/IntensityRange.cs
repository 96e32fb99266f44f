namespace StrokeFramework.Host.Reporting.Pictures;

/// <summary>The range of a map's colors: from the 0.5th to the 99.5th percentile of its finite values.</summary>
/// <param name="Low">Value of the lowest color.</param>
/// <param name="High">Value of the highest color.</param>
internal readonly record struct IntensityRange(double Low, double High)
{
    /// <summary>The range of some values, judged on evenly spaced samples.</summary>
    public static IntensityRange Of(ReadOnlySpan<float> values, int mostSamples)
    {
        int step = Math.Max(1, values.Length / mostSamples);
        var finite = new List<float>();
        for (int v = 0; v < values.Length; v += step)
        {
            if (float.IsFinite(values[v])) finite.Add(values[v]);
        }

        if (finite.Count == 0) return new(0, 1);
        finite.Sort();
        double low = finite[(int)(0.005 * (finite.Count - 1))], high = finite[(int)Math.Ceiling(0.995 * (finite.Count - 1))];
        return high > low ? new(low, high) : new(low, low + 1);
    }

    /// <summary>Where a value lies in the range; may lie outside [0, 1].</summary>
    public double Fraction(double value) => (value - Low) / (High - Low);
}
