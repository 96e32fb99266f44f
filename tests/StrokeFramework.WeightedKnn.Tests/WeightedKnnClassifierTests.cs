namespace StrokeFramework.WeightedKnn.Tests;

public sealed class WeightedKnnClassifierTests
{
    private static readonly ClassifierStage Knn = new("weighted-knn");

    [Fact]
    public void Predict_OfARowAmongTheTrainingRows_GivesItsClassAlone()
    {
        LabelledFeatures clouds = Examples.Clouds(4, 50, 3, 2);
        ClassProbabilities p = Knn.Train(clouds).Predict(clouds.Features);
        for (int n = 0; n < clouds.Labels.Count; n++)
        {
            Assert.Equal(clouds.Labels[n], p.Best(n));
            Assert.Equal(1, p.Rows[n].ToArray().Max());
        }
    }

    [Fact]
    public void Predict_OfARowThatTwoClassesRepeat_SharesBetweenThem()
    {
        IClassifierModel model = Knn.Train(Examples.Labelled([[1], [1], [1], [2], [3]], ["a", "a", "b", "b", "b"]));
        Assert.Equal(2.0 / 3, model.Predict(Examples.Table([1.0])).Rows[0].Span[0], 1e-12);
    }

    [Fact]
    public void Predict_WithTwoNeighbors_WeighsByTheInverseSquareOfTheDistance()
    {
        IClassifierModel model = Knn.Train(Examples.Labelled([[0], [4], [9], [20]], ["a", "b", "b", "a"]), """{ "neighbors": 2 }""");
        // At 1 the neighbors lie 1 and 3 away: weights 1 and 1/9.
        Assert.Equal(0.9, model.Predict(Examples.Table([1.0])).Rows[0].Span[0], 1e-12);
    }

    [Fact]
    public void Predict_WithNeighborsEquallyFar_TakesThoseThatCameFirst()
    {
        IClassifierModel model = Knn.Train(Examples.Labelled([[2], [0], [2], [0]], ["b", "a", "a", "b"]), """{ "neighbors": 1 }""");
        Assert.Equal(["b"], Examples.Best(model, Examples.Table([1.0])));
    }

    [Theory]
    [InlineData("inverse-square", 1)]
    [InlineData("inverse-square", 10)]
    [InlineData("equal", 7)]
    public void Predict_AgreesWithSortingAllDistances(string weighting, int neighbors)
    {
        LabelledFeatures training = Examples.Clouds(4, 47, 5, 2), test = Examples.Clouds(4, 20, 5, 2, seed: 9);
        ClassProbabilities p = Knn.Train(training, $$"""{ "neighbors": {{neighbors}}, "weighting": "{{weighting}}" }""").Predict(test.Features);
        double[][] rows = [.. training.Features.Rows.Select(r => r.Values.ToArray())];
        double[] means = [.. Enumerable.Range(0, 5).Select(f => rows.Average(r => r[f]))];
        double[] deviations = [.. Enumerable.Range(0, 5).Select(f => Math.Sqrt(rows.Average(r => Math.Pow(r[f] - means[f], 2))))];
        for (int n = 0; n < test.Labels.Count; n++)
        {
            double[] x = test.Features.Rows[n].Values.ToArray();
            (double Square, string Label)[] nearest = [.. rows
                .Select((r, m) => (r.Select((v, f) => Math.Pow((v - x[f]) / deviations[f], 2)).Sum(), training.Labels[m]))
                .OrderBy(pair => pair.Item1).Take(neighbors)];
            double[] weights = [.. nearest.Select(pair => weighting == "equal" ? 1 : 1 / pair.Square)];
            for (int c = 0; c < p.Classes.Count; c++)
                Assert.Equal(weights.Where((_, m) => nearest[m].Label == p.Classes[c]).Sum() / weights.Sum(), p.Rows[n].Span[c], 1e-12);
        }
    }
}
