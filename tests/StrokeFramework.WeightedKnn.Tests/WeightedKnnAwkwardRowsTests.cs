using StrokeFramework.TestSupport;

namespace StrokeFramework.WeightedKnn.Tests;

public sealed class WeightedKnnAwkwardRowsTests() : AwkwardRowsConduct("weighted-knn")
{
    private static readonly ClassifierStage Knn = new("weighted-knn");

    [Fact]
    public void Train_OfFewerRowsThanNeighbors_AsksThemAll_WithAWarning()
    {
        var log = new RecordingLog();
        IClassifierModel model = Knn.Train(Examples.Labelled([[0], [1], [3]], ["a", "b", "b"]), """{ "weighting": "equal" }""", new StageContext { Log = log });
        Assert.Contains(log.Warnings, w => w.Contains("all 3 are", StringComparison.Ordinal));
        Assert.Equal(2.0 / 3, model.Predict(Examples.Table([0.0])).Rows[0].Span[1], 1e-12);
    }

    [Fact]
    public void Predict_AsNearAsNumbersGo_StaysFinite()
    {
        // The square of the distance is below the least normal number.
        IClassifierModel model = Knn.Train(Examples.Labelled([[-1], [1], [0], [0]], ["a", "b", "a", "a"]));
        Assert.Equal(1, model.Predict(Examples.Table([1e-160])).Rows[0].Span[0], 1e-12);
    }
}
