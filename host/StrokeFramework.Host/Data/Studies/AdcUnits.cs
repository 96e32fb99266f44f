namespace StrokeFramework.Host.Data;

/// <summary>
/// Finds out in which unit an ADC map is stored. Normal brain has a median of 0.5 to 1.2·10⁻³ mm²/s, and files come in
/// mm²/s, 10⁻³ mm²/s and 10⁻⁶ mm²/s, so that the median of brain voxels tells the unit.
/// </summary>
internal static class AdcUnits
{
    /// <summary>Least median of a normal brain, in mm²/s.</summary>
    public const double NormalLow = 0.5e-3;

    /// <summary>Largest median of a normal brain, in mm²/s.</summary>
    public const double NormalHigh = 1.2e-3;

    // Large lesions or wide ventricles in a single slice move the median this far; beyond, the unit or the map is wrong.
    private const double PossibleLow = 0.3e-3;
    private const double PossibleHigh = 2.0e-3;

    private const int SampleSize = 1 << 16;

    private static readonly (double Factor, string Name)[] Units = [(1, "mm²/s"), (1e-3, "10⁻³ mm²/s"), (1e-6, "10⁻⁶ mm²/s")];

    /// <summary>The map in mm²/s, with a note on its unit.</summary>
    /// <exception cref="DataException">No unit makes the values plausible.</exception>
    public static Volume<float> ToSquareMillimetresPerSecond(Volume<float> adc, Volume<float> dwi, string file, List<string> warnings, List<string> notes)
    {
        if (BrainMedian(adc.Span, dwi.Span) is not { } median)
            throw new DataException($"'{file}' has no positive value in the brain, so it is not an ADC map. Leave it out or give the right file.");
        foreach ((double factor, string name) in Units)
        {
            double converted = median * factor;
            if (converted is < PossibleLow or > PossibleHigh) continue;
            notes.Add(FormattableString.Invariant($"'{file}' is in {name} (the median of the brain is {median:G4} there)."));
            if (converted is < NormalLow or > NormalHigh)
                warnings.Add(FormattableString.Invariant($"'{file}' has an unusual median of {converted * 1e3:0.00}·10⁻³ mm²/s in the brain (normal is 0.5 to 1.2), taking its values as {name}. Check that it is the ADC map."));
            return factor == 1 ? adc : Scale(adc, factor);
        }

        throw new DataException(FormattableString.Invariant($"'{file}' cannot be an ADC map in mm²/s, 10⁻³ mm²/s or 10⁻⁶ mm²/s: the median of its brain voxels is {median:G4}, and in none of these units is that near the 0.5 to 1.2·10⁻³ mm²/s of normal brain. Give the right file or leave it out."));
    }

    /// <summary>
    /// The median of the map's positive values where the DWI shows tissue: at least 0.3 of the 90th percentile of its
    /// positive values, which leaves out air, and most of the fluid. Null when there is none.
    /// </summary>
    private static double? BrainMedian(ReadOnlySpan<float> adc, ReadOnlySpan<float> dwi)
    {
        float[] positive = Sample(dwi, dwi, 0);
        float tissue = positive.Length == 0 ? float.NegativeInfinity : 0.3f * positive[(int)(0.9 * (positive.Length - 1))];
        float[] brain = Sample(adc, dwi, tissue);
        return brain.Length == 0 ? null : brain[(brain.Length - 1) / 2];
    }

    /// <summary>Up to <see cref="SampleSize"/> positive, finite values, evenly spread and sorted.</summary>
    private static float[] Sample(ReadOnlySpan<float> values, ReadOnlySpan<float> dwi, float above)
    {
        int count = 0;
        for (int n = 0; n < values.Length; n++)
        {
            if (IsUsable(values[n], dwi[n], above)) count++;
        }

        int step = Math.Max(1, (count + SampleSize - 1) / SampleSize);
        var sample = new float[(count + step - 1) / step];
        int seen = 0;
        for (int n = 0; n < values.Length; n++)
        {
            if (IsUsable(values[n], dwi[n], above) && seen++ % step == 0) sample[(seen - 1) / step] = values[n];
        }

        Array.Sort(sample);
        return sample;
    }

    private static bool IsUsable(float value, float dwi, float above) => value > 0 && float.IsFinite(value) && dwi > above;

    private static Volume<float> Scale(Volume<float> adc, double factor)
    {
        var scaled = new float[adc.Span.Length];
        ReadOnlySpan<float> values = adc.Span;
        for (int n = 0; n < scaled.Length; n++) scaled[n] = (float)(values[n] * factor);
        return new(adc.Geometry, scaled);
    }
}
