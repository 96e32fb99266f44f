namespace StrokeFramework.Lda.Tests;

/// <summary>Compares with scikit-learn 1.2.1, out of fold.</summary>
public sealed class LdaGoldenTableTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("iris")]
    [InlineData("wine")]
    [InlineData("breast_cancer")]
    public void Predict_OutOfFold_AgreesRowForRow(string table)
    {
        GoldenTable golden = GoldenTable.Read(table);
        double[][] predicted = golden.OutOfFold(new ClassifierStage("lda"));
        Assert.Equal(golden.Column("predicted_lda"), predicted.Select(GoldenTable.BestOf));
        double worst = golden.LargestDifference(predicted, "p_lda_");
        output.WriteLine($"{table}: accuracy {golden.Accuracy(predicted):0.0000}, largest difference of a probability {worst:E1}");
        Assert.InRange(worst, 0, 1e-6);
    }
}
