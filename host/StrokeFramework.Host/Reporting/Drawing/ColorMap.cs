namespace StrokeFramework.Host.Reporting.Drawing;

/// <summary>
/// A sequential color map, dark violet over teal to pale yellow. Lightness rises evenly in
/// <see href="https://bottosson.github.io/posts/oklab/">Oklab</see>, so order survives color blindness and gray print.
/// </summary>
internal static class ColorMap
{
    /// <summary>The number of colors in <see cref="Sequential"/>.</summary>
    public const int Count = 255;

    /// <summary>Red, green and blue of each color, from low to high.</summary>
    public static byte[] Sequential { get; } = MakeSequential();

    /// <summary>Colors for up to twelve labels, told apart by lightness as well as hue.</summary>
    public static byte[] Labels { get; } = MakeLabels();

    /// <summary>A color of the map as <c>#rrggbb</c>.</summary>
    public static string Hex(byte[] map, int place) => $"#{map[3 * place]:x2}{map[(3 * place) + 1]:x2}{map[(3 * place) + 2]:x2}";

    /// <summary>The place of a fraction in [0, 1] on the sequential map.</summary>
    public static int Place(double fraction) => (int)Math.Round(Math.Clamp(fraction, 0, 1) * (Count - 1));

    /// <summary>Whether dark text reads better than white on a place of the sequential map.</summary>
    public static bool IsLight(int place) => place > 0.55 * Count;

    private static byte[] MakeSequential()
    {
        var colors = new byte[3 * Count];
        for (int c = 0; c < Count; c++)
        {
            double t = c / (Count - 1.0);
            Put(colors, c, lightness: 0.22 + (0.72 * t), chroma: 0.09 + (0.05 * Math.Sin(Math.PI * t)), hue: 300 - (195 * t));
        }

        return colors;
    }

    private static byte[] MakeLabels()
    {
        const int labels = 12;
        var colors = new byte[3 * labels];
        for (int c = 0; c < labels; c++)
            Put(colors, c, lightness: 0.40 + (0.5 * ((c * 5 % labels) / (labels - 1.0))), chroma: 0.12, hue: 265 + (c * 137.508));
        return colors;
    }

    private static void Put(byte[] colors, int place, double lightness, double chroma, double hue)
    {
        double angle = hue * Math.PI / 180, a = chroma * Math.Cos(angle), b = chroma * Math.Sin(angle);
        double l = Cube(lightness + (0.3963377774 * a) + (0.2158037573 * b));
        double m = Cube(lightness - (0.1055613458 * a) - (0.0638541728 * b));
        double s = Cube(lightness - (0.0894841775 * a) - (1.2914855480 * b));
        colors[3 * place] = Encode((4.0767416621 * l) - (3.3077115913 * m) + (0.2309699292 * s));
        colors[(3 * place) + 1] = Encode((-1.2684380046 * l) + (2.6097574011 * m) - (0.3413193965 * s));
        colors[(3 * place) + 2] = Encode((-0.0041960863 * l) - (0.7034186147 * m) + (1.7076147010 * s));
    }

    private static double Cube(double x) => x * x * x;

    private static byte Encode(double linear)
    {
        double c = Math.Clamp(linear, 0, 1);
        double encoded = c <= 0.0031308 ? 12.92 * c : (1.055 * Math.Pow(c, 1 / 2.4)) - 0.055;
        return (byte)Math.Round(255 * encoded);
    }
}
