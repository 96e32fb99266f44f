using System.Globalization;

namespace StrokeFramework.Host.Reporting.Drawing;

/// <summary>Numbers as people read them: four significant digits, powers of ten written out, a dash for "none".</summary>
internal static class NumberText
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>A number with up to the given significant digits.</summary>
    public static string Of(double value, int digits = 4)
    {
        if (double.IsNaN(value)) return "–";
        if (double.IsInfinity(value)) return value > 0 ? "∞" : "−∞";
        if (value == 0) return "0";
        double magnitude = Math.Abs(value);
        if (magnitude is >= 1e6 or < 1e-3)
        {
            string[] parts = value.ToString("0." + new string('#', digits - 1) + "e+0", CultureInfo.InvariantCulture).Split('e');
            return $"{parts[0]}·10{Raise(int.Parse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture))}".Replace('-', '−');
        }

        int decimals = Math.Max(0, digits - 1 - (int)Math.Floor(Math.Log10(magnitude)));
        return value.ToString("0." + new string('#', decimals), CultureInfo.InvariantCulture).Replace('-', '−');
    }

    /// <summary>A number and its unit.</summary>
    public static string Of(double value, string unit, int digits = 4) =>
        unit.Length == 0 || double.IsNaN(value) ? Of(value, digits) : $"{Of(value, digits)} {unit}";

    /// <summary>A number with a fixed count of decimals, for columns that are compared by eye.</summary>
    public static string Fixed(double value, int decimals) =>
        double.IsFinite(value) ? value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).Replace('-', '−') : Of(value);

    /// <summary>A duration: milliseconds below a second, seconds below two minutes, then minutes and seconds.</summary>
    public static string Of(TimeSpan time) => time.TotalSeconds switch
    {
        < 1 => $"{Fixed(time.TotalMilliseconds, 0)} ms",
        < 120 => $"{Fixed(time.TotalSeconds, 2)} s",
        _ => $"{(int)time.TotalMinutes} min {time.Seconds} s",
    };

    private static string Raise(int exponent)
    {
        string digits = Math.Abs(exponent).ToString(CultureInfo.InvariantCulture);
        return (exponent < 0 ? "⁻" : "") + string.Concat(digits.Select(d => Superscripts[d - '0']));
    }
}
