using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace StrokeFramework.Host.Reporting.Markup;

/// <summary>
/// Writes HTML and SVG. Markup goes in as interpolated strings, and whatever stands in a hole is encoded for element
/// text and for quoted attributes alike, so that no name, path or message can turn into markup.
/// </summary>
internal sealed class MarkupWriter(TextWriter writer)
{
    private static readonly SearchValues<char> Special = SearchValues.Create(
        "&<>\"'\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000B\u000C\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\u007F");

    /// <summary>A writer of UTF-8 without byte-order mark and with line feeds, which leaves the stream open.</summary>
    public static StreamWriter Open(Stream stream) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 1 << 16, leaveOpen: true) { NewLine = "\n" };

    /// <summary>The markup that an action writes, as text.</summary>
    public static RawMarkup Capture(Action<MarkupWriter> write)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        write(new MarkupWriter(text));
        return new(text.ToString());
    }

    /// <summary>Writes markup; the holes are encoded.</summary>
    [SuppressMessage("Performance", "CA1822", Justification = "The handler has written to this instance by the time of the call.")]
    public void Write([InterpolatedStringHandlerArgument("")] MarkupHandler markup) => _ = markup;

    /// <summary>Writes markup and ends the line.</summary>
    public void WriteLine([InterpolatedStringHandlerArgument("")] MarkupHandler markup)
    {
        _ = markup;
        writer.Write('\n');
    }

    /// <summary>Writes markup that stands in the source text.</summary>
    internal void WriteLiteral(string markup) => writer.Write(markup);

    /// <summary>Writes text, encoded; control characters become U+FFFD.</summary>
    internal void WriteText(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny(Special) is var at and >= 0)
        {
            writer.Write(text[..at]);
            writer.Write(text[at] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",
                _ => "\uFFFD",
            });
            text = text[(at + 1)..];
        }

        writer.Write(text);
    }
}
