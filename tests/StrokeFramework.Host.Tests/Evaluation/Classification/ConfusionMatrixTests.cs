using StrokeFramework.Host.Evaluation;

namespace StrokeFramework.Host.Tests.Evaluation;

public sealed class ConfusionMatrixTests
{
    private static readonly string[] Classes = ["a", "b", "c"];

    [Fact]
    public void ByClass_AgreesWithCountingRowsOneByOne()
    {
        var random = new Random(3);
        (string True, string Predicted)[] rows = [.. Enumerable.Range(0, 200).Select(_ => (Classes[random.Next(3)], Classes[random.Next(3)]))];
        var matrix = ConfusionMatrix.Of(Classes, rows);
        for (int c = 0; c < 3; c++)
        {
            string name = Classes[c];
            ClassAgreement figures = matrix.ByClass[c];
            Assert.Equal(rows.Count(r => r.True == name && r.Predicted == name), figures.TruePositives);
            Assert.Equal(rows.Count(r => r.True != name && r.Predicted == name), figures.FalsePositives);
            Assert.Equal(rows.Count(r => r.True == name && r.Predicted != name), figures.FalseNegatives);
            Assert.Equal(rows.Count(r => r.True != name && r.Predicted != name), figures.TrueNegatives);
            Assert.Equal(rows.Count(r => (r.True == name) == (r.Predicted == name)) / 200.0, figures.Accuracy, 12);
            Assert.Equal(1 - figures.FalseNegativeRate, figures.Sensitivity, 12);
        }

        Assert.Equal(rows.Count(r => r.True == r.Predicted) / 200.0, matrix.Accuracy, 12);
    }

    [Fact]
    public void Figures_OfTwoClasses_AreTheTextbookOnes()
    {
        var matrix = new ConfusionMatrix(["ill", "well"], [40, 10, 5, 45]);
        ClassAgreement ill = matrix.ByClass[0];
        Assert.Equal((0.85, 0.8, 0.9, 0.2), (ill.Accuracy, ill.Sensitivity, ill.Specificity, ill.FalseNegativeRate));
        Assert.Equal(40 / 45.0, ill.Precision, 12);
        Assert.Equal(0.85, matrix.MacroSensitivity, 12);
        Assert.Equal(0.85, matrix.MacroSpecificity, 12);
        Assert.Equal(0.85, matrix.MacroAccuracy, 12);
        Assert.Equal(((40 / 45.0) + (45 / 55.0)) / 2, matrix.MacroPrecision, 12);
    }

    [Fact]
    public void AClassThatNeverOccurs_HasNoSensitivity_AndLeavesTheMeanAlone()
    {
        var matrix = new ConfusionMatrix(Classes, [3, 1, 0, 0, 4, 0, 0, 0, 0]);
        Assert.Equal((double.NaN, double.NaN), (matrix.ByClass[2].Sensitivity, matrix.ByClass[2].Precision));
        Assert.Equal(1, matrix.ByClass[2].Specificity);
        Assert.Equal((0.75 + 1) / 2, matrix.MacroSensitivity, 12);
    }

    [Fact]
    public void NoRows_HaveNoAccuracy()
    {
        var matrix = ConfusionMatrix.Of(Classes, []);
        Assert.Equal((double.NaN, double.NaN, double.NaN), (matrix.Accuracy, matrix.MacroSensitivity, matrix.MacroAccuracy));
    }

    [Fact]
    public void WrongShapesAndUnknownClasses_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => new ConfusionMatrix(Classes, [1, 2]));
        Assert.Throws<ArgumentException>(() => new ConfusionMatrix(["a", "a"], [0, 0, 0, 0]));
        Assert.Throws<ArgumentException>(() => new ConfusionMatrix(["a"], [-1]));
        var error = Assert.Throws<ArgumentException>(() => ConfusionMatrix.Of(Classes, [("a", "d")]));
        Assert.Contains("'d' is not one of the classes a, b, c", error.Message, StringComparison.Ordinal);
    }
}
