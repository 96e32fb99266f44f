using System.Text;
using System.Text.RegularExpressions;
using StrokeFramework.Host.Reporting;
using StrokeFramework.Imaging;

namespace StrokeFramework.Host.Tests.Reporting;

public sealed partial class StudyReportWriterTests
{
    [Fact]
    public void Write_AFullReport_SaysWhatWasFoundFirst_AndStandsAlone()
    {
        string html = Write(SyntheticReport.Full(SyntheticGrid.Upright()));
        Assert.Matches(@"<p class=""finding"">2 lesions, 2\d\.\d ml</p>", html);
        Assert.Contains("Research software, not a medical device: not for diagnosis.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("http://", html, StringComparison.Ordinal);
        Assert.All(Address().Matches(html), m => Assert.True(m.Groups[1].Value.StartsWith('#') || m.Groups[1].Value.StartsWith("data:image/png;base64,", StringComparison.Ordinal)));
    }

    [Fact]
    public void Write_Twice_GivesTheSameBytes() =>
        Assert.Equal(Write(SyntheticReport.Full(SyntheticGrid.Oblique())), Write(SyntheticReport.Full(SyntheticGrid.Oblique())));

    [Fact]
    public void Write_NoLesion_SaysSo()
    {
        string html = Write(SyntheticReport.Empty(SyntheticGrid.Upright()));
        Assert.Contains("<p class=\"finding\">No lesion found</p>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"metrics\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_NamesWithMarkupInThem_StayText()
    {
        StudyReport report = SyntheticReport.Full(SyntheticGrid.Upright());
        const string evil = "<img src=x onerror=alert(1)>";
        string html = Write(report with
        {
            Title = evil,
            Subject = evil,
            Pipeline = evil,
            Images = [.. report.Images.Select(i => i with { Name = evil })],
            Inputs = [new(evil, evil, evil)],
            Remarks = [new(RemarkKind.Warning, evil)],
            Nodes = [report.Nodes[1] with { Name = evil, Stage = evil, Citation = evil, Parameters = [new(evil, evil, evil, evil) { ProvenanceNote = evil }], Diagnostics = [new ScalarDiagnostic(evil, evil, 1, evil), new TableDiagnostic(evil, evil, [evil], [[evil]]), new CurveDiagnostic(evil, evil, evil, evil, [new(evil, [0, 1], [0, 1])])] }],
        });
        Assert.DoesNotContain("<img src=x", html, StringComparison.Ordinal);
        Assert.Contains("&lt;img src=x", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_EveryElementIsClosed_AndIdsAreUnique()
    {
        string html = Write(SyntheticReport.Full(SyntheticGrid.Flipped()));
        var open = new Stack<string>();
        foreach (Match tag in Tag().Matches(Quoted().Replace(html, "\"\"")))
        {
            string name = tag.Groups[2].Value;
            if (name is "meta" or "input" or "img" || tag.Value.EndsWith("/>", StringComparison.Ordinal)) continue;
            if (tag.Groups[1].Value == "/") Assert.Equal(name, open.Pop());
            else open.Push(name);
        }

        Assert.Empty(open);
        string[] ids = [.. Id().Matches(html).Select(m => m.Value)];
        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    [Fact]
    public void Write_SeveralSegmentations_HoldsEachPictureOnce()
    {
        VolumeGeometry grid = SyntheticGrid.Upright();
        StudyReport one = SyntheticReport.Full(grid) with { Nodes = [] };
        var other = new Segmentation(SyntheticHead.Truth(grid));
        StudyReport two = one with { Segmentations = [one.Segmentations[0], new("other", other, LesionFinder.Find(other))] };
        Assert.Equal(Pictures(Write(one)), Pictures(Write(two)));
        Assert.Contains("<use href=\"#picture-0-", Write(two), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_AFullSizeStudy_StaysUnderThreeMegabytes() =>
        Assert.InRange(Write(SyntheticReport.Full(SyntheticGrid.Flipped(256, 24))).Length, 100_000, 3_000_000);

    [Fact]
    public void Write_OnePicture_IsAReportToo()
    {
        VolumeGeometry grid = VolumeGeometry.FromSpacing(new(1, 1, 1), new(1, 1, 1));
        var nothing = Segmentation.Empty(grid);
        string html = Write(new() { Title = "one pixel", Subject = "x", Pipeline = "p", Images = [new("DWI", new(grid, new float[1]))], Segmentations = [new("mask", nothing, LesionFinder.Find(nothing))] });
        Assert.Contains("No lesion found", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_SegmentationOnAnotherGrid_IsRefusedByName()
    {
        StudyReport report = SyntheticReport.Full(SyntheticGrid.Upright());
        var error = Assert.Throws<ArgumentException>(() => Write(report with { Segmentations = [.. SyntheticReport.Full(SyntheticGrid.Oblique()).Segmentations] }));
        Assert.Contains("segmentation 'mask' does not lie on the grid of DWI", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_NoImage_IsRefused() => Assert.Throws<ArgumentException>(() => Write(SyntheticReport.Full(SyntheticGrid.Upright()) with { Images = [] }));

    private static int Pictures(string html) => html.Split("data:image/png").Length - 1;

    private static string Write(StudyReport report)
    {
        using var stream = new MemoryStream();
        StudyReportWriter.Write(report, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    [GeneratedRegex(@"(?:href|src)=""([^""]{1,40})")]
    private static partial Regex Address();

    [GeneratedRegex(@"<(/?)([a-zA-Z0-9]+)[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"""[^""]*""")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\sid=""[^""]+""")]
    private static partial Regex Id();
}
