namespace StrokeFramework.MarkerWatershed.Correlation;

/// <summary>
/// Words for the size of a correlation, as in Evans 1996, <i>Straightforward Statistics for the Behavioral Sciences</i>;
/// taken for the thesis's table 3.2, whose rows are not public.
/// </summary>
internal static class CorrelationStrength
{
    /// <summary>From where on a correlation is moderate.</summary>
    public const double Moderate = 0.4;

    /// <summary>The word for a coefficient, whatever its sign.</summary>
    public static string Word(double coefficient) => Math.Abs(coefficient) switch
    {
        < 0.2 => "very weak",
        < Moderate => "weak",
        < 0.6 => "moderate",
        < 0.8 => "strong",
        _ => "very strong",
    };
}
