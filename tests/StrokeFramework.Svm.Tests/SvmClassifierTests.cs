using StrokeFramework.TestSupport;

namespace StrokeFramework.Svm.Tests;

public sealed class SvmClassifierTests
{
    private static readonly ClassifierStage Svm = new("svm");

    [Fact]
    public void Train_OfSeparablePoints_PutsTheBoundaryMidwayBetweenTheNearest()
    {
        LabelledFeatures points = Examples.Labelled([[0], [1], [4], [8], [9], [13]], ["a", "a", "a", "b", "b", "b"]);
        IClassifierModel model = Svm.Train(points, """{ "boxConstraint": 1000 }""");
        Assert.Equal(["a", "b"], Examples.Best(model, Examples.Table([5.99], [6.01])));
    }

    [Fact]
    public void Train_OfTwoPoints_GivesTheClosedFormLosses()
    {
        // Standardized to -1 and 1, the decision value is -x: at 0.5 the losses are 0.75 and 0.25, at ±1 they are 0 and 1.
        // Platt's targets 2/3 and 1/3 would be met by a factor ln 2, but it is at least 1.
        IClassifierModel model = Svm.Train(Examples.Labelled([[10], [30]], ["a", "b"]));
        ClassProbabilities p = model.Predict(Examples.Table([10], [20], [25]));
        Assert.Equal(1 / (1 + Math.Exp(-1)), p.Rows[0].Span[0], 1e-4);
        Assert.Equal(0.5, p.Rows[1].Span[0], 1e-4);
        Assert.Equal(1 / (1 + Math.Exp(0.5)), p.Rows[2].Span[0], 1e-4);
    }

    [Theory]
    [InlineData("linear", false)]
    [InlineData("quadratic", true)]
    [InlineData("cubic", true)]
    [InlineData("gaussian-fine", true)]
    [InlineData("gaussian-medium", true)]
    [InlineData("gaussian-coarse", true)]
    public void Train_OfAnExclusiveOr_NeedsACurvedKernel(string kernel, bool separable)
    {
        double[][] rows = [[0, 0], [1, 1], [0, 1], [1, 0]];
        string[] labels = ["a", "a", "b", "b"];
        IClassifierModel model = Svm.Train(Examples.Labelled(rows, labels), $$"""{ "kernel": "{{kernel}}", "boxConstraint": 1000 }""");
        Assert.Equal(separable, labels.SequenceEqual(Examples.Best(model, Examples.Table(rows))));
    }

    [Fact]
    public void Train_OfFourClasses_MakesSixMachines()
    {
        var sink = new RecordingSink();
        IClassifierModel model = Svm.Train(Examples.Clouds(4, 20, 6, 0.5), context: new StageContext { Diagnostics = sink });
        Assert.Equal(6, ((TableDiagnostic)sink.Diagnostics["machines"]).Rows.Count);
        Assert.Equal(StrokeTypes.All, model.Classes);
    }

    [Theory]
    [InlineData("""{ "decoding": "loss" }""")]
    [InlineData("""{ "decoding": "votes" }""")]
    [InlineData("""{ "kernel": "gaussian-fine" }""")]
    public void Predict_GivesProbabilitiesThatSumToOne_AndSaysHowTheyAreMade(string settings)
    {
        LabelledFeatures clouds = Examples.Clouds(4, 30, 3, 1.5);
        ClassProbabilities p = Svm.Train(clouds, settings).Predict(clouds.Features);
        Assert.All(p.Rows, r => Assert.Equal(1, r.ToArray().Sum(), 1e-12));
        Assert.All(p.Rows, r => Assert.All(r.ToArray(), v => Assert.InRange(v, 0, 1)));
        Assert.Contains("calibrated", p.Method, StringComparison.Ordinal);
    }

    [Fact]
    public void Predict_ByVotes_GivesShares_WhoseEqualsGoToTheFirstClass()
    {
        // Three classes make three machines, so the shares are thirds, and one win each is a draw of all.
        LabelledFeatures clouds = Examples.Clouds(3, 40, 2, 1);
        ClassProbabilities p = Svm.Train(clouds, """{ "decoding": "votes" }""").Predict(clouds.Features);
        for (int n = 0; n < p.Rows.Count; n++)
        {
            double[] shares = p.Rows[n].ToArray();
            Assert.All(shares, s => Assert.Equal(Math.Round(3 * s) / 3, s, 1e-12));
            Assert.Equal(p.Classes[Array.IndexOf(shares, shares.Max())], p.Best(n));
        }
    }

    [Fact]
    public void Train_OnRescaledFeatures_PredictsTheSame()
    {
        LabelledFeatures clouds = Examples.Clouds(4, 30, 4, 1.2);
        double[][] rescaled = [.. clouds.Features.Rows.Select(r => r.Values.ToArray().Select((v, f) => (v * Math.Pow(1000, f)) - (7 * f)).ToArray())];
        LabelledFeatures other = Examples.Labelled(rescaled, clouds.Labels);
        Assert.Equal(Examples.Best(Svm.Train(clouds), clouds.Features), Examples.Best(Svm.Train(other), other.Features));
    }

    [Theory]
    [InlineData("linear")]
    [InlineData("gaussian-medium")]
    public void Train_OnAnyNumberOfThreads_GivesTheSameBytes(string kernel)
    {
        LabelledFeatures clouds = Examples.Clouds(4, 60, 6, 1.5);
        string settings = $$"""{ "kernel": "{{kernel}}" }""";
        byte[] one = ClassifierStage.Save(Svm.Train(clouds, settings));
        byte[] four = ClassifierStage.Save(Svm.Train(clouds, settings, new StageContext { MaxDegreeOfParallelism = 4, Seed = 99 }));
        Assert.Equal(one, four);
    }

    [Fact]
    public void Train_StoppedTooEarly_Warns()
    {
        var log = new RecordingLog();
        Svm.Train(Examples.Clouds(2, 300, 6, 3), """{ "kernel": "cubic", "boxConstraint": 1000, "maximumIterations": 1000 }""", new StageContext { Log = log });
        Assert.Contains(log.Warnings, w => w.Contains("maximumIterations", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("linear")]
    [InlineData("quadratic")]
    [InlineData("cubic")]
    [InlineData("gaussian-fine")]
    [InlineData("gaussian-medium")]
    [InlineData("gaussian-coarse")]
    public void Train_ToItsEnd_MeetsTheOptimalityConditions(string kernel)
    {
        // Repeated rows and rows that contradict each other are among them.
        LabelledFeatures clouds = Examples.Clouds(3, 40, 3, 1.5);
        double[][] rows = [.. clouds.Features.Rows.Select(r => r.Values.ToArray().Select(v => Math.Round(v, 1)).ToArray())];
        rows[1] = rows[0];
        var log = new RecordingLog();
        Svm.Train(Examples.Labelled(rows, clouds.Labels), $$"""{ "kernel": "{{kernel}}" }""", new StageContext { Log = log });
        Assert.Empty(log.Warnings);
    }
}
