using StrokeFramework.TestSupport;

namespace StrokeFramework.Lda.Tests;

public sealed class LdaAwkwardRowsTests() : AwkwardRowsConduct("lda")
{
    private static readonly ClassifierStage Lda = new("lda");

    [Fact]
    public void Train_OfAsManyRowsAsClasses_IsRefused() =>
        Assert.Contains("more rows than there are classes", Assert.Throws<StageException>(() => Lda.Train(Examples.Labelled([[0, 1], [1, 3]], ["a", "b"]))).Message, StringComparison.Ordinal);

    [Fact]
    public void Train_OfRowsThatNeverDifferWithinTheirClass_IsRefused() =>
        Assert.Contains("cannot be estimated", Assert.Throws<StageException>(() => Lda.Train(Examples.Labelled([[1.1], [1.1], [2.2], [2.2]], ["a", "a", "b", "b"]))).Message, StringComparison.Ordinal);

    [Fact]
    public void Train_WithAFeatureThatRepeatsAnother_PredictsAsWithoutIt_WithAWarning()
    {
        LabelledFeatures clouds = Examples.Clouds(3, 20, 2, 1);
        double[][] doubled = [.. clouds.Features.Rows.Select(r => (double[])[.. r.Values.ToArray(), (1000 * r.Values.Span[0]) - 3])];
        var log = new RecordingLog();
        LabelledFeatures more = Examples.Labelled(doubled, clouds.Labels);
        IClassifierModel model = Lda.Train(more, context: new StageContext { Log = log });
        Assert.Contains("vary in 2 directions only", Assert.Single(log.Warnings), StringComparison.Ordinal);
        double[] expected = Examples.Values(Lda.Train(clouds).Predict(clouds.Features)), actual = Examples.Values(model.Predict(more.Features));
        Assert.All(expected.Zip(actual), p => Assert.Equal(p.First, p.Second, 1e-9));
    }

    [Fact]
    public void Train_OfMoreFeaturesThanRows_Warns_AndStillPredicts()
    {
        LabelledFeatures clouds = Examples.Clouds(2, 4, 20, 0.2);
        var log = new RecordingLog();
        IClassifierModel model = Lda.Train(clouds, context: new StageContext { Log = log });
        Assert.Contains("vary in 6 directions only", Assert.Single(log.Warnings), StringComparison.Ordinal);
        Assert.All(Examples.Values(model.Predict(clouds.Features)), v => Assert.InRange(v, 0, 1));
    }

    [Fact]
    public void Train_OfMoreFeaturesThanRows_WithSomeRegularization_NeedsNoWarning()
    {
        LabelledFeatures clouds = Examples.Clouds(2, 4, 20, 0.2);
        var log = new RecordingLog();
        IClassifierModel model = Lda.Train(clouds, """{ "gamma": 0.1 }""", new StageContext { Log = log });
        Assert.Empty(log.Warnings);
        Assert.Equal(clouds.Labels, Examples.Best(model, clouds.Features));
    }

    [Fact]
    public void Train_WithAFeatureConstantWithinEachClass_LeavesItOut_WithAWarning()
    {
        var log = new RecordingLog();
        IClassifierModel model = Lda.Train(
            Examples.Labelled([[0, 0.1], [2, 0.1], [3, 0.7], [5, 0.7]], ["a", "a", "b", "b"]), context: new StageContext { Log = log });
        Assert.Contains("'feature_2'", Assert.Single(log.Warnings), StringComparison.Ordinal);
        ClassProbabilities p = model.Predict(Examples.Table([4, 0.1], [4, 0.7]));
        Assert.Equal(p.Rows[0].ToArray(), p.Rows[1].ToArray());
    }
}
