using StrokeFramework.Host.Reporting.Markup;

namespace StrokeFramework.Host.Tests.Reporting.Markup;

public sealed class MarkupWriterTests
{
    [Fact]
    public void Write_TextInAHole_CannotBecomeMarkup()
    {
        string evil = "</td><script>alert(1)</script> & \"x\" 'y'";
        Assert.Equal("<td title=\"&lt;/td&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot; &#39;y&#39;\">", Text(w => w.Write($"<td title=\"{evil}\">")));
    }

    [Fact]
    public void Write_ControlCharacters_BecomeTheReplacementCharacter() => Assert.Equal("a\uFFFDb\tc\n", Text(w => w.Write($"{"a\0b\tc\n"}")));

    [Fact]
    public void Write_Numbers_AreInvariant() => Assert.Equal("1234.5 0.33 7", Text(w => w.Write($"{1234.5} {1 / 3.0:0.##} {7}")));

    [Fact]
    public void Write_NullAndOtherAlphabets_PassUnchanged() => Assert.Equal("[] mm³ é 脳", Text(w => w.Write($"[{(string?)null}] {"mm³ é 脳"}")));

    [Fact]
    public void WriteLine_EndsWithALineFeedOnEverySystem() => Assert.Equal("<p>\n", Text(w => w.WriteLine($"<p>")));

    private static string Text(Action<MarkupWriter> write) => MarkupWriter.Capture(write).Text;
}
