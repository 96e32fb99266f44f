using StrokeFramework.TestSupport;

namespace StrokeFramework.Svm.Tests;

public sealed class SvmAwkwardRowsTests() : AwkwardRowsConduct("svm")
{
    private static readonly ClassifierStage Svm = new("svm");

    [Fact]
    public void Train_WithAClassOfOneRow_LearnsIt_WithAWarning()
    {
        var log = new RecordingLog();
        IClassifierModel model = Svm.Train(
            Examples.Labelled([[0, 0], [1, 0], [0, 9], [1, 9], [9, 5]], ["a", "a", "b", "b", "c"]), context: new StageContext { Log = log });
        Assert.Contains("'c' has a single training row", Assert.Single(log.Warnings), StringComparison.Ordinal);
        Assert.Equal(["c"], Examples.Best(model, Examples.Table([9, 5])));
    }

    [Fact]
    public void Train_OfIdenticalRowsInTwoClasses_StillGivesAModel()
    {
        IClassifierModel model = Svm.Train(Examples.Labelled([[1, 1], [1, 1], [2, 2], [2, 2]], ["a", "b", "a", "b"]));
        Assert.All(Examples.Values(model.Predict(Examples.Table([1, 1], [2, 2]))), v => Assert.True(double.IsFinite(v)));
    }

    [Theory]
    [InlineData("linear")]
    [InlineData("cubic")]
    [InlineData("gaussian-fine")]
    public void Predict_FarFromTheTrainingRows_StaysFinite(string kernel)
    {
        IClassifierModel model = Svm.Train(Examples.Clouds(4, 10, 2, 1), $$"""{ "kernel": "{{kernel}}" }""");
        Assert.All(Examples.Values(model.Predict(Examples.Table([1e300, -1e300], [double.MaxValue, 0]))), v => Assert.InRange(v, 0, 1));
    }
}
