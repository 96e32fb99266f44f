using StrokeFramework.TestSupport;

namespace StrokeFramework.ClassifierTests;

/// <summary>What any classifier does with rows that are hard to learn from or to predict.</summary>
public abstract class AwkwardRowsConduct(string id)
{
    private readonly ClassifierStage _stage = new(id);

    [Fact]
    public void Train_WithMissingValues_LeavesTheirRowsOut_WithAWarning()
    {
        var log = new RecordingLog();
        IClassifierModel model = _stage.Train(
            Examples.Labelled([[0, 1], [double.NaN, 1], [1, 0], [9, double.PositiveInfinity], [9, 8]], ["a", "b", "a", "b", "b"]), context: new StageContext { Log = log });
        Assert.Contains("2 of 5 training rows have missing values and are left out.", log.Warnings);
        IClassifierModel without = _stage.Train(Examples.Labelled([[0, 1], [1, 0], [9, 8]], ["a", "a", "b"]));
        Assert.Equal(ClassifierStage.Save(without), ClassifierStage.Save(model));
    }

    [Fact]
    public void Train_WithAMissingValueInEveryRow_IsRefused() =>
        Refused([[0, double.NaN], [double.NaN, 1]], ["a", "b"], "Each of the 2 training rows has a missing value");

    [Fact]
    public void Train_OfOneClass_IsRefused() => Refused([[0, 1], [1, 2]], ["a", "a"], "of the class 'a'");

    [Fact]
    public void Train_WithoutRows_IsRefused()
    {
        var none = new LabelledFeatures(Examples.Table(2, []), [], []);
        Assert.Contains("no training row", Assert.Throws<StageException>(() => _stage.Train(none)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_WithNothingThatVaries_IsRefused() => Refused([[1, 2], [1, 2], [1, 2]], ["a", "b", "a"], "nothing can be learned");

    [Fact]
    public void Train_OfValuesBeyondArithmetic_IsRefused() => Refused([[1e308], [-1e308]], ["a", "b"], "too large");

    [Fact]
    public void Train_WithAConstantFeature_IgnoresIt_WithAWarning()
    {
        var log = new RecordingLog();
        IClassifierModel model = _stage.Train(Examples.Labelled([[0, 0.1], [1, 0.1], [5, 0.1]], ["a", "a", "b"]), context: new StageContext { Log = log });
        Assert.Contains(log.Warnings, w => w.Contains("'feature_2'", StringComparison.Ordinal));
        ClassProbabilities p = model.Predict(Examples.Table([4, 0.1], [4, 1e6]));
        Assert.Equal(p.Rows[0].ToArray(), p.Rows[1].ToArray());
    }

    [Fact]
    public void Train_WithAClassOfOneRow_Warns_AndKnowsTheClass()
    {
        var log = new RecordingLog();
        IClassifierModel model = _stage.Train(
            Examples.Labelled([[0, 0], [1, 0], [0, 9], [1, 9], [9, 5]], ["a", "a", "b", "b", "c"]), context: new StageContext { Log = log });
        Assert.Contains(log.Warnings, w => w.Contains("'c' has a single training row", StringComparison.Ordinal));
        Assert.Equal(["a", "b", "c"], model.Classes);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    public void Predict_OfAMissingValue_TakesTheTrainingMean(double missing)
    {
        IClassifierModel model = _stage.Train(Examples.Labelled([[0, 0], [2, 4], [4, 2]], ["a", "b", "b"]));
        ClassProbabilities p = model.Predict(Examples.Table([missing, 3], [2, 3]));
        Assert.Equal(p.Rows[1].ToArray(), p.Rows[0].ToArray());
    }

    [Fact]
    public void Predict_FarFromTheTrainingRows_GivesProbabilities()
    {
        IClassifierModel model = _stage.Train(Examples.Clouds(4, 10, 2, 1));
        ClassProbabilities p = model.Predict(Examples.Table([1e300, -1e300], [double.MaxValue, 0], [double.NaN, double.NaN]));
        Assert.All(p.Rows, r => Assert.Equal(1, r.ToArray().Sum(), 1e-12));
    }

    [Fact]
    public void Predict_OfOtherFeatures_IsRefused_AndNamesBoth()
    {
        IClassifierModel model = _stage.Train(Examples.Labelled([[0, 0], [2, 4], [3, 3]], ["a", "b", "b"]));
        var refused = Assert.Throws<StageException>(() => model.Predict(Examples.Table([1, 2, 3])));
        Assert.Contains("(feature_1, feature_2)", refused.Message, StringComparison.Ordinal);
        Assert.Contains("(feature_1, feature_2, feature_3)", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Predict_WithoutRows_GivesNone() =>
        Assert.Empty(_stage.Train(Examples.Labelled([[0, 0], [2, 4], [3, 3]], ["a", "b", "b"])).Predict(Examples.Table(2, [])).Rows);

    private void Refused(double[][] rows, string[] labels, string because) =>
        Assert.Contains(because, Assert.Throws<StageException>(() => _stage.Train(Examples.Labelled(rows, labels))).Message, StringComparison.Ordinal);
}
