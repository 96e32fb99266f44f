using System.Text;

namespace MethodName.Tests;

public sealed class MethodNameClassifierTests
{
    private static readonly FeatureSchema Schema = new([new("x", "", "First."), new("y", "", "Second.")]);
    private readonly MethodNameClassifier _stage = new();

    [Fact]
    public void Predict_GivesTheClosedForm()
    {
        // Both features have mean 0 and deviation 1 already; the class means are (-1, 0) and (1, 0).
        IClassifierModel model = _stage.Train(Examples(([-1, -1], "a"), ([-1, 1], "a"), ([1, -1], "b"), ([1, 1], "b")), new());
        ClassProbabilities result = model.Predict(Table([0.5, 0]));
        double nearer = Math.Exp(-0.5 * 0.25), farther = Math.Exp(-0.5 * 2.25);
        Assert.Equal(["a", "b"], result.Classes);
        Assert.Equal(farther / (nearer + farther), result.Rows[0].Span[0], 1e-12);
        Assert.Equal("b", result.Best(0));
    }

    [Fact]
    public void Predict_OfMissingValues_IsUndecided()
    {
        ClassProbabilities result = Trained().Predict(Table([double.NaN, double.NaN]));
        Assert.Equal(1, result.Rows[0].Span[0] + result.Rows[0].Span[1], 1e-12);
        Assert.Equal(0.5, result.Rows[0].Span[0], 1e-12);
    }

    [Fact]
    public void SavedAndLoaded_PredictsTheSame_AndSavesTheSameBytes()
    {
        IClassifierModel model = Trained();
        using var first = new MemoryStream();
        model.Save(first);
        IClassifierModel again = _stage.Load(new MemoryStream(first.ToArray()));
        using var second = new MemoryStream();
        again.Save(second);
        Assert.Equal(first.ToArray(), second.ToArray());
        Assert.Equal(model.Predict(Table([0.3, -2])).Rows[0].ToArray(), again.Predict(Table([0.3, -2])).Rows[0].ToArray());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("not a model")]
    [InlineData("""{"SchemaHash":"x","Classes":["a","b"],"Means":[0],"Deviations":[1],"Centroids":[[0]]}""")]
    public void Load_OfSomethingElse_IsRefused(string content) =>
        Assert.Throws<InvalidDataException>(() => _stage.Load(new MemoryStream(Encoding.UTF8.GetBytes(content))));

    [Fact]
    public void Train_OnOneClass_EndsInASentence() =>
        Assert.Contains("two classes", Assert.Throws<StageException>(() => _stage.Train(Examples(([1, 2], "a"), ([2, 1], "a")), new())).Message);

    [Fact]
    public void HugeValues_EndInASentenceInTraining_AndInProbabilitiesInPrediction()
    {
        Assert.Contains("too large", Assert.Throws<StageException>(() => _stage.Train(Examples(([-1e300, 0], "a"), ([1e300, 0], "b")), new())).Message);
        Assert.Equal("b", Trained().Predict(Table([1e300, 0])).Best(0));
    }

    [Fact]
    public void Predict_OfOtherFeatures_EndsInASentence() =>
        Assert.Throws<StageException>(() => Trained().Predict(new(new([new("z", "", "Another.")]), [])));

    private IClassifierModel Trained() => _stage.Train(Examples(([-1, 0], "a"), ([1, 0], "b")), new());

    private static LabelledFeatures Examples(params (double[] Row, string Label)[] rows) =>
        new(Table([.. rows.Select(r => r.Row)]), [.. rows.Select(r => r.Label)], [.. rows.Select((_, n) => $"patient{n}")]);

    private static FeatureTable Table(params double[][] rows) => new(Schema, [.. rows.Select((r, n) => new FeatureRow(n + 1, null, r))]);
}
