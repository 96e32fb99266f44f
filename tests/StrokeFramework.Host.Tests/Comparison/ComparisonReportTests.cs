using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using StrokeFramework.Host.Comparison;
using StrokeFramework.Host.Reporting;
using StrokeFramework.Host.Tests.Data;

namespace StrokeFramework.Host.Tests.Comparison;

public sealed partial class ComparisonReportTests
{
    private static readonly Lazy<string> FullReport = new(() => Write(SyntheticComparison.Full()));

    [Fact]
    public void Write_AFullComparison_StandsAlone_AndSaysWhatItIs()
    {
        string html = FullReport.Value;
        Assert.Contains("2 segmentations and 4 classifiers side by side", html, StringComparison.Ordinal);
        Assert.Contains("Research software, not a medical device: not for diagnosis.", html, StringComparison.Ordinal);
        Assert.Contains(ThesisOrder.Thesis, html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("http", html.Replace("http-equiv", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_SyntheticImages_LabelsEveryFigureAndTable()
    {
        string html = FullReport.Value;
        string results = html[..html.IndexOf("id=\"times\"", StringComparison.Ordinal)];
        Assert.All(Labeled().Matches(results), m => Assert.Contains("synthetic images", m.Value, StringComparison.Ordinal));
        Assert.True(Labeled().Count(results) > 20);
        Assert.DoesNotContain("synthetic images", Write(SyntheticComparison.Full() with { IsSynthetic = false }), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_OtherTimes_ChangesTheSectionOfTimesAlone() =>
        Assert.Equal(TimesPart().Replace(FullReport.Value, ""), TimesPart().Replace(Write(SyntheticComparison.Full(timeOffset: 1)), ""));

    [Fact]
    public void Write_TheTableOfImages_HasACellPerTechnique_WithTruthAndResultOutlined()
    {
        string images = ImagesPart().Match(FullReport.Value).Value;
        images = images[images.IndexOf("<table", StringComparison.Ordinal)..];
        Assert.Equal(3, Regex.Count(images, "aria-label=\"sub-0001, "));
        Assert.Equal(2, Regex.Count(images, "class=\"outline truth\" d=\"M[0-9]+ [0-9]+[hv].*?Dice [0-9.]+", RegexOptions.Singleline));
        Assert.Single(Regex.Matches(images, "data:image/png"));
    }

    [Fact]
    public void Write_EveryElementIsClosed_AndNamesStayText()
    {
        const string evil = "<img src=x onerror=alert(1)>";
        ComparisonResult full = SyntheticComparison.Full();
        string html = Write(full with
        {
            DataSet = evil,
            Notes = [evil],
            Ceiling = evil,
            Variants = [new(evil, evil, evil, [new(evil, evil)])],
            Segmentations = [.. full.Segmentations.Select(s => s with { Output = evil + s.Output })],
            Classifiers = [.. full.Classifiers.Select(c => c with { Technique = evil + c.Technique })],
        });
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        var open = new Stack<string>();
        foreach (Match tag in Tag().Matches(Quoted().Replace(html, "\"\"")))
        {
            if (tag.Groups[2].Value is "meta" or "input" || tag.Value.EndsWith("/>", StringComparison.Ordinal)) continue;
            if (tag.Groups[1].Value == "/") Assert.Equal(tag.Groups[2].Value, open.Pop());
            else open.Push(tag.Groups[2].Value);
        }

        Assert.Empty(open);
    }

    [Fact]
    public void Files_HoldARowForEverything_AndTwiceGiveTheSameBytes()
    {
        using TemporaryFolder first = new(), second = new();
        ComparisonFiles.Write(first.Path, ComparisonSummary.Of(SyntheticComparison.Full()));
        ComparisonFiles.Write(second.Path, ComparisonSummary.Of(SyntheticComparison.Full()));
        string[] files = [.. Directory.EnumerateFiles(first.Path, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(first.Path, f))];
        Assert.All(files, f => Assert.Equal(File.ReadAllBytes(Path.Combine(first.Path, f)), File.ReadAllBytes(Path.Combine(second.Path, f))));
        Assert.Equal(1 + 1 + (2 * 6), Rows(first, "compare-pairs.csv"));
        Assert.Equal(1 + (2 * 60), Rows(first, "compare-patients.csv"));
        Assert.Equal(1 + (120 * 21), Rows(first, "compare-segmentation.csv"));
        Assert.Equal(["accuracy.svg", "dice.svg", "fnr.svg", "fpr.svg", "jaccard.svg"], files.Select(f => Path.GetFileName(f)).Where(f => f.EndsWith(".svg", StringComparison.Ordinal) && !f.StartsWith("roc-", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal(8, files.Count(f => Path.GetFileName(f).StartsWith("roc-", StringComparison.Ordinal)));
        using JsonDocument summary = JsonDocument.Parse(File.ReadAllText(Path.Combine(first.Path, "summary.json")));
        Assert.Equal(12, summary.RootElement.GetProperty("classificationPairs").GetArrayLength());
        Assert.Equal(ThesisOrder.Thesis, summary.RootElement.GetProperty("order").GetProperty("thesis").GetString());
    }

    private static int Rows(TemporaryFolder folder, string file) => File.ReadAllLines(Path.Combine(folder.Path, file)).Length;

    private static string Write(ComparisonResult result)
    {
        using var stream = new MemoryStream();
        ComparisonReportWriter.Write(ComparisonSummary.Of(result), stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    [GeneratedRegex(@"<h[34]>.*?</h[34]>|<dt>.*?</dt>")]
    private static partial Regex Labeled();

    [GeneratedRegex(@"<section id=""times"">.*?</section>", RegexOptions.Singleline)]
    private static partial Regex TimesPart();

    [GeneratedRegex(@"<section id=""images"".*?</section>", RegexOptions.Singleline)]
    private static partial Regex ImagesPart();

    [GeneratedRegex(@"<(/?)([a-zA-Z0-9]+)[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"""[^""]*""")]
    private static partial Regex Quoted();
}
