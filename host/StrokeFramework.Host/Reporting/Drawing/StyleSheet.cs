using StrokeFramework.Host.Reporting.Markup;

namespace StrokeFramework.Host.Reporting.Drawing;

/// <summary>The style sheets that travel inside the library.</summary>
internal static class StyleSheet
{
    /// <summary>Colors and text of charts, light and dark.</summary>
    public static RawMarkup Charts { get; } = Read("charts.css");

    /// <summary>Layout of report pages.</summary>
    public static RawMarkup Pages { get; } = Read("pages.css");

    private static RawMarkup Read(string name)
    {
        using Stream stream = typeof(StyleSheet).Assembly.GetManifestResourceStream("StrokeFramework.Host.Reporting.Styles." + name)
            ?? throw new InvalidOperationException($"The style sheet '{name}' is not inside the library.");
        using var reader = new StreamReader(stream);
        return new(reader.ReadToEnd());
    }
}
