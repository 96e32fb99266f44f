namespace StrokeFramework.ClassifierTests;

/// <summary>What any classifier's model does, whatever the method.</summary>
public abstract class ModelConduct(string id)
{
    private readonly ClassifierStage _stage = new(id);

    [Fact]
    public void Train_OnAnyNumberOfThreads_GivesTheSameBytes()
    {
        LabelledFeatures clouds = Examples.Clouds(4, 60, 6, 1.5);
        byte[] one = ClassifierStage.Save(_stage.Train(clouds, context: new StageContext { Seed = 5 }));
        byte[] four = ClassifierStage.Save(_stage.Train(clouds, context: new StageContext { Seed = 5, MaxDegreeOfParallelism = 4 }));
        Assert.Equal(one, four);
    }

    [Fact]
    public void Train_WhenCancelled_Stops()
    {
        var cancelled = new StageContext { CancellationToken = new CancellationToken(canceled: true) };
        Assert.ThrowsAny<OperationCanceledException>(() => _stage.Train(Examples.Clouds(2, 10, 2, 1), context: cancelled));
    }

    [Fact]
    public void Predict_FromSeveralThreads_GivesTheSame()
    {
        LabelledFeatures clouds = Examples.Clouds(4, 60, 6, 1.5);
        IClassifierModel model = _stage.Train(clouds);
        double[] expected = Examples.Values(model.Predict(clouds.Features));
        Parallel.For(0, 16, _ => Assert.Equal(expected, Examples.Values(model.Predict(clouds.Features))));
    }

    [Fact]
    public void Predict_OfARowAlone_GivesTheSameAsAmongOthers()
    {
        LabelledFeatures clouds = Examples.Clouds(4, 100, 3, 1.5);
        IClassifierModel model = _stage.Train(clouds);
        ClassProbabilities all = model.Predict(clouds.Features);
        for (int n = 0; n < all.Rows.Count; n += 37)
            Assert.Equal(all.Rows[n].ToArray(), model.Predict(Examples.Table(clouds.Features.Rows[n].Values.ToArray())).Rows[0].ToArray());
    }

    [Fact]
    public void Predict_GivesProbabilitiesThatSumToOne_AndSaysHowTheyAreMade()
    {
        LabelledFeatures clouds = Examples.Clouds(4, 30, 3, 1.5);
        ClassProbabilities p = _stage.Train(clouds).Predict(clouds.Features);
        Assert.All(p.Rows, r => Assert.Equal(1, r.ToArray().Sum(), 1e-12));
        Assert.All(p.Rows, r => Assert.All(r.ToArray(), v => Assert.InRange(v, 0, 1)));
        Assert.Contains("calibrated", p.Method, StringComparison.Ordinal);
    }
}
