using System.Globalization;
using System.Runtime.CompilerServices;

namespace StrokeFramework.Host.Reporting.Markup;

/// <summary>Receives an interpolated string piece by piece: what stands in the source is markup, what stands in a hole is text.</summary>
[InterpolatedStringHandler]
internal readonly ref struct MarkupHandler
{
    private readonly MarkupWriter _writer;

    /// <summary>Called by the compiler.</summary>
    public MarkupHandler(int literalLength, int formattedCount, MarkupWriter writer)
    {
        _ = literalLength;
        _ = formattedCount;
        _writer = writer;
    }

    /// <summary>Markup from the source.</summary>
    public void AppendLiteral(string value) => _writer.WriteLiteral(value);

    /// <summary>Markup made earlier by this library.</summary>
    public void AppendFormatted(RawMarkup value) => _writer.WriteLiteral(value.Text);

    /// <summary>Text, encoded.</summary>
    public void AppendFormatted(string? value) => _writer.WriteText(value);

    /// <summary>Anything that formats itself, in the invariant culture, encoded.</summary>
    public void AppendFormatted<T>(T value, string? format = null)
        where T : IFormattable => _writer.WriteText(value.ToString(format, CultureInfo.InvariantCulture));
}
