using System.Text;
using System.Text.RegularExpressions;
using StrokeFramework.Host.Evaluation;
using StrokeFramework.Host.Reporting;

namespace StrokeFramework.Host.Tests.Reporting;

public sealed partial class EvaluationReportWriterTests
{
    [Fact]
    public void Write_AFullEvaluation_StandsAlone_AndSaysWhatItIs()
    {
        string html = Write(SyntheticEvaluation.Full());
        Assert.Contains("<title>Evaluation of k-means with fast marching, then SVM on standard phantom set</title>", html, StringComparison.Ordinal);
        Assert.Contains("Research software, not a medical device: not for diagnosis.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("http", html.Replace("http-equiv", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_SyntheticImages_LabelsEveryFigureAndHeadline()
    {
        string html = Write(SyntheticEvaluation.Full());
        string results = html[..html.IndexOf("id=\"times\"", StringComparison.Ordinal)];
        Assert.All(Labeled().Matches(results), m => Assert.Contains("synthetic images", m.Value, StringComparison.Ordinal));
        Assert.True(Labeled().Count(results) > 10);
        Assert.DoesNotContain("synthetic images", Write(SyntheticEvaluation.Full() with { IsSynthetic = false }), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_OtherTimes_ChangesTheSectionOfTimesAlone() =>
        Assert.Equal(WithoutTimes(Write(SyntheticEvaluation.Full())), WithoutTimes(Write(SyntheticEvaluation.Full(timeOffset: 1))));

    [Fact]
    public void Write_ErrorsLinkToTheStudysReport_AndHeadlinesAgreeWithTheSummary()
    {
        EvaluationResult result = SyntheticEvaluation.Full();
        EvaluationSummary summary = EvaluationSummary.Of(result);
        string html = Write(result), wrong = result.LesionPredictions.First(l => !l.IsFalseDetection && !l.IsRight).Study;
        Assert.Contains($"<a href=\"./studies/{wrong}/report.html\">{wrong}</a>", html, StringComparison.Ordinal);
        Assert.Contains($"{summary.EndToEnd!.Right} of {summary.EndToEnd.TruthLesions} truth lesions found and named right; {summary.EndToEnd.Missed} missed", html, StringComparison.Ordinal);
        Assert.Contains($"Lesions named wrong ({summary.Lesions!.Confusion.Total - summary.Lesions.Confusion.Correct})", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_PartsThatAreMissing_AreLeftOut()
    {
        EvaluationResult full = SyntheticEvaluation.Full();
        string segmented = Write(full with { LesionPredictions = [], MissedLesions = [], Patients = [], Times = [], Protocol = EvaluationProtocol.NothingTrained });
        Assert.DoesNotContain("id=\"classification\"", segmented, StringComparison.Ordinal);
        Assert.DoesNotContain("#times", segmented, StringComparison.Ordinal);
        string named = Write(full with { Segmentations = [], MissedLesions = [], Lesions = LesionSource.Truth, LesionPredictions = [.. full.LesionPredictions.Where(l => !l.IsFalseDetection)], Protocol = EvaluationProtocol.OfModel("/somewhere/svm.model") });
        Assert.DoesNotContain("id=\"segmentation\"", named, StringComparison.Ordinal);
        Assert.DoesNotContain("End-to-end", named, StringComparison.Ordinal);
        Assert.DoesNotContain("somewhere", named, StringComparison.Ordinal);
        Assert.Contains("<h2>Protocol</h2>", Write(new() { DataSet = "d", Pipeline = "p", Seed = 1, Protocol = EvaluationProtocol.NothingTrained }), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_WithoutTheTwoFeatures_DrawsNoScatter()
    {
        EvaluationResult full = SyntheticEvaluation.Full();
        EvaluationResult other = full with { Features = [], LesionPredictions = [.. full.LesionPredictions.Select(l => l with { FeatureValues = [] })] };
        Assert.Contains("id=\"figure-scatter\"", Write(full), StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"figure-scatter\"", Write(other), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_SeveralOutputs_HaveAHeadlineAndATableEach()
    {
        string html = Write(SyntheticEvaluation.TwoOutputs());
        Assert.Contains("Mean Dice of watershed", html, StringComparison.Ordinal);
        Assert.Contains("By stroke type: watershed", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_EveryElementIsClosed_AndNamesStayText()
    {
        const string evil = "<img src=x onerror=alert(1)>";
        EvaluationResult full = SyntheticEvaluation.Full();
        string html = Write(full with
        {
            DataSet = evil,
            Pipeline = evil,
            ProbabilityMethod = evil,
            Notes = [evil],
            Facts = [new(evil, evil)],
            Segmentations = [.. full.Segmentations.Select(s => s with { Output = evil })],
            MissedLesions = [new(evil, evil, StrokeTypes.AcuteIschemic, 1)],
            StudyReports = new Dictionary<string, string> { [evil] = "javascript:alert(1)" },
        });
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.Contains("href=\"./javascript%3Aalert%281%29\"", html, StringComparison.Ordinal);
        var open = new Stack<string>();
        foreach (Match tag in Tag().Matches(Quoted().Replace(html, "\"\"")))
        {
            if (tag.Groups[2].Value == "meta" || tag.Value.EndsWith("/>", StringComparison.Ordinal)) continue;
            if (tag.Groups[1].Value == "/") Assert.Equal(tag.Groups[2].Value, open.Pop());
            else open.Push(tag.Groups[2].Value);
        }

        Assert.Empty(open);
    }

    private static string WithoutTimes(string html) => TimesPart().Replace(html, "");

    private static string Write(EvaluationResult result)
    {
        using var stream = new MemoryStream();
        EvaluationReportWriter.Write(EvaluationSummary.Of(result), stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    [GeneratedRegex(@"<h4>.*?</h4>|<dt>.*?</dt>")]
    private static partial Regex Labeled();

    [GeneratedRegex(@"<section id=""times"">.*?</section>", RegexOptions.Singleline)]
    private static partial Regex TimesPart();

    [GeneratedRegex(@"<(/?)([a-zA-Z0-9]+)[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"""[^""]*""")]
    private static partial Regex Quoted();
}
