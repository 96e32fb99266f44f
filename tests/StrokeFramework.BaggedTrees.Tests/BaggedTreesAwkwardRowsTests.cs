namespace StrokeFramework.BaggedTrees.Tests;

public sealed class BaggedTreesAwkwardRowsTests() : AwkwardRowsConduct("bagged-trees")
{
    private static readonly ClassifierStage Bagged = new("bagged-trees");

    [Fact]
    public void Train_OfIdenticalRowsInTwoClasses_SharesTheLeaf()
    {
        IClassifierModel model = Bagged.Train(Examples.Labelled([[1], [1], [1], [1], [2]], ["a", "b", "a", "b", "a"]), """{ "trees": 2000 }""");
        // Half the rows at 1 are of each class; now and then a sample has none of them and a single leaf of 'a'.
        Assert.Equal(0.5, model.Predict(Examples.Table([1.0])).Rows[0].Span[0], 0.03);
    }

    [Fact]
    public void Train_OfNeighboringNumbers_TellsThemApart()
    {
        double next = Math.BitIncrement(1.0);
        double[][] rows = [.. Enumerable.Range(0, 40).Select(n => (double[])[n % 2 == 0 ? 1 : next])];
        string[] labels = [.. rows.Select(r => r[0] == 1 ? "a" : "b")];
        IClassifierModel model = Bagged.Train(Examples.Labelled(rows, labels));
        Assert.Equal(["a", "b"], Examples.Best(model, Examples.Table([1.0], [next])));
    }
}
