using StrokeFramework.Host.Reporting.Drawing;
using StrokeFramework.Host.Reporting.Markup;

namespace StrokeFramework.Host.Reporting.Sections;

/// <summary>What all reports share: a page that holds all it needs, runs no script and loads nothing.</summary>
internal static class ReportPage
{
    /// <summary>The line that stands under every report's head.</summary>
    public const string Notice = "Research software, not a medical device: not for diagnosis.";

    /// <summary>Writes the start of the page, up to its body.</summary>
    public static void Begin(MarkupWriter w, string title)
    {
        w.WriteLine($"<!DOCTYPE html>");
        w.WriteLine($"<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        w.WriteLine($"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\">");
        w.WriteLine($"<title>{title}</title>");
        w.WriteLine($"<style>{StyleSheet.Charts}{StyleSheet.Pages}</style></head><body>");
    }

    /// <summary>Writes the links to the sections that are present.</summary>
    public static void Navigate(MarkupWriter w, IEnumerable<(string Id, string Name, bool Present)> sections)
    {
        w.Write($"<nav aria-label=\"Sections\"><ul>");
        foreach ((string id, string name, bool present) in sections)
        {
            if (present) w.Write($"<li><a href=\"#{id}\">{name}</a></li>");
        }

        w.WriteLine($"</ul></nav>");
    }

    /// <summary>Writes the end of the page.</summary>
    public static void End(MarkupWriter w) =>
        w.WriteLine($"<footer><p>{Notice} Made by StrokeFramework.</p></footer></body></html>");
}
