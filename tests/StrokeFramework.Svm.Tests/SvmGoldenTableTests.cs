namespace StrokeFramework.Svm.Tests;

/// <summary>
/// Compares with LIBSVM as scikit-learn 1.2.1 uses it. Rows on the very boundary may fall to either side, since
/// both solvers stop within a tolerance.
/// </summary>
public sealed class SvmGoldenTableTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("iris", "linear", "predicted_svm_linear")]
    [InlineData("iris", "gaussian-medium", "predicted_svm_rbf_gamma_1_over_p")]
    [InlineData("wine", "linear", "predicted_svm_linear")]
    [InlineData("wine", "gaussian-medium", "predicted_svm_rbf_gamma_1_over_p")]
    [InlineData("breast_cancer", "linear", "predicted_svm_linear")]
    [InlineData("breast_cancer", "gaussian-medium", "predicted_svm_rbf_gamma_1_over_p")]
    public void Predict_OutOfFoldByVotes_AgreesWithLibsvm(string table, string kernel, string column)
    {
        GoldenTable golden = GoldenTable.Read(table);
        string[] expected = golden.Column(column);
        double[][] predicted = golden.OutOfFold(new ClassifierStage("svm"), $$"""{ "kernel": "{{kernel}}", "decoding": "votes" }""");
        int same = predicted.Where((p, n) => GoldenTable.BestOf(p) == expected[n]).Count();
        output.WriteLine($"{table} {kernel}: {same} of {expected.Length} rows agree");
        Assert.True(same >= 0.99 * expected.Length, $"{same} of {expected.Length} rows agree.");
    }

    [Theory]
    [InlineData("iris", "linear")]
    [InlineData("iris", "gaussian-medium")]
    [InlineData("wine", "linear")]
    [InlineData("wine", "gaussian-coarse")]
    [InlineData("breast_cancer", "linear")]
    [InlineData("breast_cancer", "quadratic")]
    public void Predict_OutOfFoldByLoss_IsAlmostAsAccurateAsItsProbabilitiesSay(string table, string kernel)
    {
        GoldenTable golden = GoldenTable.Read(table);
        string[] truth = golden.Column("class");
        double[][] predicted = golden.OutOfFold(new ClassifierStage("svm"), $$"""{ "kernel": "{{kernel}}" }""");
        double accuracy = predicted.Where((p, n) => GoldenTable.BestOf(p) == truth[n]).Count() / (double)truth.Length;
        double confidence = predicted.Average(p => p.Max());
        output.WriteLine($"{table} {kernel}: accuracy {accuracy:0.000}, mean confidence {confidence:0.000}");
        Assert.InRange(accuracy, 0.9, 1);
        Assert.Equal(accuracy, confidence, 0.06);
    }
}
