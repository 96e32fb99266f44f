using StrokeFramework.Host.Reporting.Markup;

namespace StrokeFramework.Host.Reporting.Drawing;

/// <summary>
/// A figure drawn as SVG. Text stays text and takes the reader's fonts; colors come from style sheets, so that one
/// drawing serves the light and the dark scheme and paper.
/// </summary>
public abstract record Chart
{
    /// <summary>What the figure shows, for readers who cannot see it.</summary>
    public required string Title { get; init; }

    /// <summary>A line that stands under the drawing, for a figure that leaves its page; may be empty.</summary>
    public string Note { get; init; } = "";

    /// <summary>Width in user units; a text is 12 units high.</summary>
    internal virtual double Width => 480;

    /// <summary>Writes the figure as a file of its own, UTF-8, with its style inside.</summary>
    /// <param name="stream">Where to; stays open.</param>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using StreamWriter text = MarkupWriter.Open(stream);
        var w = new MarkupWriter(text);
        w.WriteLine($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        Write(w, standalone: true);
    }

    /// <summary>Writes the figure into a page that carries the style sheet.</summary>
    internal void Write(MarkupWriter w, bool standalone = false)
    {
        double height = 0;
        RawMarkup body = MarkupWriter.Capture(inner =>
        {
            height = Draw(inner);
            if (Note.Length > 0) SvgText.Put(inner, 2, height += 16, SvgText.Fit(Note, Width), "start", "dim");
        });
        if (Note.Length > 0) height += 6;
        var ns = new RawMarkup(standalone ? " xmlns=\"http://www.w3.org/2000/svg\"" : "");
        w.WriteLine($"<svg{ns} class=\"chart\" role=\"img\" width=\"{Width:0.#}\" height=\"{height:0.#}\" viewBox=\"0 0 {Width:0.#} {height:0.#}\" aria-label=\"{Title}\">");
        w.WriteLine($"<title>{Title}</title>");
        if (standalone) w.WriteLine($"<style>{StyleSheet.Charts}</style>");
        w.Write($"{body}");
        w.WriteLine($"</svg>");
    }

    /// <summary>Draws the content and returns the height it took.</summary>
    internal abstract double Draw(MarkupWriter w);
}
