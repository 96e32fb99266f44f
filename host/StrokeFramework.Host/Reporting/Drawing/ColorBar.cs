using StrokeFramework.Host.Data.Png;
using StrokeFramework.Host.Reporting.Markup;

namespace StrokeFramework.Host.Reporting.Drawing;

/// <summary>The key of a color map: an upright bar with the values at its ends.</summary>
internal static class ColorBar
{
    /// <summary>The map as a picture one pixel wide, high values on top.</summary>
    public static RawMarkup Picture { get; } = DataUri.Png(stream =>
        PngWriter.WriteIndexed(stream, 1, ColorMap.Count, [.. Enumerable.Range(0, ColorMap.Count).Select(p => (byte)(ColorMap.Count - 1 - p))], ColorMap.Sequential));

    /// <summary>The map as a picture one pixel high, high values at the right.</summary>
    public static RawMarkup FlatPicture { get; } = DataUri.Png(stream =>
        PngWriter.WriteIndexed(stream, ColorMap.Count, 1, [.. Enumerable.Range(0, ColorMap.Count).Select(p => (byte)p)], ColorMap.Sequential));

    /// <summary>Writes an upright bar.</summary>
    public static void Draw(MarkupWriter w, double left, double top, double height, HeatScale scale, string unit = "")
    {
        w.WriteLine($"<image x=\"{left:0.#}\" y=\"{top:0.#}\" width=\"12\" height=\"{height:0.#}\" preserveAspectRatio=\"none\" href=\"{Picture}\"/>");
        SvgText.Put(w, left + 17, top + 10, NumberText.Of(scale.High, unit), "start", "dim");
        SvgText.Put(w, left + 17, top + height, NumberText.Of(scale.Low, unit), "start", "dim");
        if (scale.IsLogarithmic) SvgText.Put(w, left + 17, top + (height / 2) + 4, "logarithmic", "start", "dim");
    }
}
