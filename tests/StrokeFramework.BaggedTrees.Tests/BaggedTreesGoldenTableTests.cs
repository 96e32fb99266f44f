namespace StrokeFramework.BaggedTrees.Tests;

/// <summary>Compares with bagged trees of scikit-learn 1.2.1, out of fold: both are random, so only the accuracy can agree.</summary>
public sealed class BaggedTreesGoldenTableTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("iris")]
    [InlineData("wine")]
    [InlineData("breast_cancer")]
    public void Predict_OutOfFold_IsAsAccurate(string table)
    {
        GoldenTable golden = GoldenTable.Read(table);
        double accuracy = golden.Accuracy(golden.OutOfFold(new ClassifierStage("bagged-trees")));
        string[] truth = golden.Column("class"), predicted = golden.Column("predicted_bagged_trees");
        double expected = truth.Zip(predicted).Count(p => p.First == p.Second) / (double)truth.Length;
        output.WriteLine($"{table}: accuracy {accuracy:0.0000}, of the other implementation {expected:0.0000}");
        Assert.Equal(expected, accuracy, 0.03);
    }
}
