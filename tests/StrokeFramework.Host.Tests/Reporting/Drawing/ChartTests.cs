using System.Globalization;
using System.Xml.Linq;
using StrokeFramework.Host.Reporting.Drawing;

namespace StrokeFramework.Host.Tests.Reporting.Drawing;

public sealed class ChartTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private static readonly double[] Values = [0.5, double.NaN, 0.9];

    public static TheoryData<Chart> Charts =>
    [
        new LineChart { Title = "a < b", XLabel = "x", YLabel = "y", Series = [new("one", [0, 1, 2], Values), new("two", [], [])], Marks = new Dictionary<string, double> { ["m"] = 1 } },
        new BarChart { Title = "bars", YLabel = "y", Categories = ["a", "b", "c"], Series = [new("s", Values, [0.4, double.NaN, 0.8], [0.6, double.NaN, 1])] },
        new ScatterChart { Title = "points", XLabel = "x", YLabel = "y", Series = [new("s", [0, 1, 2], Values, [true, false, false])] },
        new HeatMap { Title = "heat", Rows = 1, Columns = 3, Values = Values },
        new ConfusionMatrixChart { Title = "confusion", Classes = ["a", "b"], Counts = [3, 1, 0, 0] },
        LineChart.Roc("roc", [(new("a", [0, 0.1, 1], [0, 0.8, 1]), 0.85)]),
        new BarChart { Title = "nothing", YLabel = "", Categories = [], Series = [] },
        new LineChart { Title = "nothing", XLabel = "", YLabel = "", Series = [] },
        new ScatterChart { Title = "nothing", XLabel = "", YLabel = "", Series = [] },
        new HeatMap { Title = "constant", Rows = 2, Columns = 2, Values = new double[4] },
    ];

    [Theory]
    [MemberData(nameof(Charts), DisableDiscoveryEnumeration = true)]
    public void Save_AnyChart_IsWellFormedSvgWithFiniteNumbersInsideItsFrame(Chart chart)
    {
        XElement svg = Parse(chart);
        Assert.Equal(chart.Title, svg.Element(Svg + "title")!.Value);
        double[] box = [.. svg.Attribute("viewBox")!.Value.Split(' ').Select(n => double.Parse(n, CultureInfo.InvariantCulture))];
        foreach (XElement text in svg.Descendants(Svg + "text"))
        {
            Assert.InRange((double)text.Attribute("x")!, 0, box[2]);
            Assert.InRange((double)text.Attribute("y")!, 0, box[3]);
        }

        Assert.DoesNotContain(svg.Descendants().Attributes(), a => a.Value.Contains("NaN", StringComparison.Ordinal) || a.Value.Contains('∞'));
    }

    [Fact]
    public void Save_Twice_GivesTheSameBytes() =>
        Assert.Equal(Bytes(Charts.First().Data), Bytes(Charts.First().Data));

    [Fact]
    public void LineChart_LongSeries_KeepsItsPeakAndStaysSmall()
    {
        double[] x = [.. Enumerable.Range(0, 100_000).Select(n => (double)n)], y = new double[x.Length];
        y[31_337] = 5;
        XElement svg = Parse(new LineChart { Title = "spike", XLabel = "x", YLabel = "y", Series = [new("s", x, y)] });
        string path = svg.Descendants(Svg + "path").Single(p => ((string)p.Attribute("class")!).StartsWith("line", StringComparison.Ordinal)).Attribute("d")!.Value;
        double[] heights = [.. path[1..].Split('L').Select(p => double.Parse(p.Split(' ')[1], CultureInfo.InvariantCulture))];
        Assert.Single(heights, h => h < heights.Max() - 100);
        Assert.InRange(heights.Length, 300, 1500);
    }

    [Fact]
    public void LineChart_GapInASeries_BreaksTheLine()
    {
        XElement svg = Parse(new LineChart { Title = "gap", XLabel = "x", YLabel = "y", Series = [new("s", [0, 1, 2, 3, 4], [1, 2, double.NaN, 2, 1])] });
        Assert.Equal(2, svg.Descendants(Svg + "path").Single().Attribute("d")!.Value.Count(c => c == 'M'));
    }

    [Fact]
    public void ConfusionMatrix_Rates_AreOfTheTrueClass()
    {
        string[] texts = [.. Parse(new ConfusionMatrixChart { Title = "c", Classes = ["a", "b"], Counts = [3, 1, 0, 0] }).Descendants(Svg + "text").Select(t => t.Value)];
        Assert.Contains("75.0 %", texts);
        Assert.Contains("25.0 %", texts);
        // A class without a member has no rate.
        Assert.Equal(2, texts.Count(t => t == "–"));
    }

    [Fact]
    public void HeatMap_OneValueFarAboveTheOthers_IsLogarithmicAndSaysSo()
    {
        XElement svg = Parse(new HeatMap { Title = "h", Rows = 2, Columns = 2, Values = new double[] { 1, 2, 3, 100_000 } });
        Assert.Contains("logarithmic", svg.Descendants(Svg + "text").Select(t => t.Value));
    }

    private static XElement Parse(Chart chart)
    {
        using var stream = new MemoryStream(Bytes(chart));
        return XDocument.Load(stream).Root!;
    }

    private static byte[] Bytes(Chart chart)
    {
        using var stream = new MemoryStream();
        chart.Save(stream);
        return stream.ToArray();
    }
}
