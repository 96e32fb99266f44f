using System.Globalization;
using StrokeFramework.TestSupport;

namespace StrokeFramework.BaggedTrees.Tests;

public sealed class BaggedTreesClassifierTests
{
    private static readonly ClassifierStage Bagged = new("bagged-trees");

    [Fact]
    public void Train_OfOneTree_GrowsItAsAPlainSearchDoes()
    {
        LabelledFeatures clouds = Examples.Clouds(3, 20, 3, 2), asked = Examples.Clouds(3, 30, 3, 2, seed: 7);
        string[] classes = [.. clouds.Labels.Distinct().Order(StringComparer.Ordinal)];
        for (ulong seed = 1; seed <= 3; seed++)
        {
            var context = new StageContext { Seed = seed };
            ClassProbabilities p = Bagged.Train(clouds, """{ "trees": 1 }""", context).Predict(asked.Features);
            Random random = context.CreateRandom();
            (double[], int)[] sample = [.. clouds.Labels.Select(_ => random.Next(clouds.Labels.Count))
                .Select(n => (clouds.Features.Rows[n].Values.ToArray(), Array.IndexOf(classes, clouds.Labels[n])))];
            for (int n = 0; n < asked.Labels.Count; n++)
                Assert.Equal(PlainTree.Predict(sample, classes.Length, asked.Features.Rows[n].Values.ToArray()), p.Rows[n].ToArray());
        }
    }

    [Fact]
    public void Train_OfAnExclusiveOr_SplitsEvenWhereTheFirstSplitGainsNothing()
    {
        double[][] corners = [[0, 0], [1, 1], [0, 1], [1, 0]];
        double[][] rows = [.. Enumerable.Range(0, 80).Select(n => corners[n % 4])];
        string[] labels = [.. rows.Select(r => r[0] == r[1] ? "same" : "other")];
        Assert.Equal(["same", "same", "other", "other"], Examples.Best(Bagged.Train(Examples.Labelled(rows, labels)), Examples.Table(corners)));
    }

    [Fact]
    public void Train_WithOneSplit_GivesTwoLeaves()
    {
        LabelledFeatures clouds = Examples.Clouds(4, 40, 2, 2);
        ClassProbabilities p = Bagged.Train(clouds, """{ "trees": 1, "maximumSplits": 1 }""").Predict(clouds.Features);
        Assert.Equal(2, p.Rows.Select(r => string.Join(' ', r.ToArray())).Distinct().Count());
    }

    [Fact]
    public void Train_OnFeaturesScaledByPowersOfTwo_PredictsTheSame()
    {
        LabelledFeatures clouds = Examples.Clouds(4, 30, 4, 2);
        double[][] scaled = [.. clouds.Features.Rows.Select(r => r.Values.ToArray().Select((v, f) => v * Math.Pow(2, 10 * f)).ToArray())];
        LabelledFeatures other = Examples.Labelled(scaled, clouds.Labels);
        Assert.Equal(Examples.Values(Bagged.Train(clouds).Predict(clouds.Features)), Examples.Values(Bagged.Train(other).Predict(other.Features)));
    }

    [Fact]
    public void Train_WithAnotherSeedOrAnotherSubset_GivesAnotherModel()
    {
        LabelledFeatures clouds = Examples.Clouds(4, 30, 4, 2);
        byte[] one = ClassifierStage.Save(Bagged.Train(clouds));
        Assert.NotEqual(one, ClassifierStage.Save(Bagged.Train(clouds, context: new StageContext { Seed = 1 })));
        Assert.NotEqual(one, ClassifierStage.Save(Bagged.Train(clouds, """{ "splitFeatures": "square-root" }""")));
    }

    [Theory]
    [InlineData("all")]
    [InlineData("square-root")]
    public void Train_TellsTheErrorOnRowsThatTreesDidNotSee_WhichThatOnNewRowsConfirms(string features)
    {
        LabelledFeatures clouds = Examples.Clouds(4, 150, 3, 2.5), fresh = Examples.Clouds(4, 500, 3, 2.5, seed: 8);
        var log = new RecordingLog();
        var sink = new RecordingSink();
        IClassifierModel model = Bagged.Train(clouds, $$"""{ "trees": 100, "splitFeatures": "{{features}}" }""", new StageContext { Log = log, Diagnostics = sink });
        double error = sink.Scalar("out-of-bag-error"), onNew = Examples.Best(model, fresh.Features).Zip(fresh.Labels).Count(p => p.First != p.Second) / 2000.0;
        Assert.InRange(onNew, 0.1, 0.7);
        Assert.Equal(onNew, error, 0.07);
        Assert.Contains(error.ToString("P1", CultureInfo.InvariantCulture), Assert.Single(log.InformationMessages), StringComparison.Ordinal);
        Assert.Equal(error, ((CurveDiagnostic)sink.Diagnostics["out-of-bag-errors"]).Series[0].Y[^1]);
    }
}
