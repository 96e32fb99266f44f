namespace StrokeFramework.Phantom;

/// <summary>Everything that one lesion's signal depends on: drawn once, before its outline.</summary>
/// <param name="StrokeType">One of <see cref="StrokeTypes.All"/>.</param>
/// <param name="Severity">In [0, 1]; moves all parameters together.</param>
/// <param name="Core">The lesion, or its core where there is a rim.</param>
/// <param name="Rim">The rim, or null.</param>
/// <param name="RimThickness">Thickness of the rim, in mm; 0 without one.</param>
/// <param name="EdgeWidth">Distance over which the lesion fades into tissue, in mm.</param>
/// <param name="TargetVolume">Volume aimed at, in ml.</param>
public sealed record LesionParameters(
    string StrokeType,
    double Severity,
    LesionTissue Core,
    LesionTissue? Rim,
    double RimThickness,
    double EdgeWidth,
    double TargetVolume)
{
    /// <summary>Draws a lesion of a type.</summary>
    /// <exception cref="ArgumentException">The type is not one of <see cref="StrokeTypes.All"/>.</exception>
    public static LesionParameters Draw(string strokeType, LesionSettings settings, PhantomRandom random)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(random);
        LesionClassSettings look = settings.Of(strokeType);
        double severity = Math.Pow(random.NextDouble(), settings.SeverityExponent);
        double adc = Spread(settings.AdcVariation), t2 = Spread(settings.T2Variation);
        double rimAdc = Spread(settings.AdcVariation), rimT2 = Spread(settings.T2Variation);
        var core = new LesionTissue(look.Adc.At(severity) * adc, look.T2.At(severity) * t2, look.T2IsAbsolute, look.ProtonDensity?.At(severity));
        LesionTissue? rim = look.RimAdc is { } range
            ? new LesionTissue(range.At(severity) * rimAdc, look.RimT2Factor.At(severity) * rimT2, false, null)
            : null;
        double smallest = Math.Max(settings.MinimumVolume * 1.1, look.Volume.From);
        double span = Math.Max(smallest, look.Volume.To) / smallest;
        double volume = smallest * Math.Pow(span, Math.Pow(random.NextDouble(), settings.VolumeExponent));
        return new(strokeType, severity, core, rim, random.Uniform(look.RimThickness), random.Uniform(look.EdgeWidth), volume);

        double Spread(double deviation) => Math.Exp(deviation * random.Normal());
    }
}
