using StrokeFramework.RCnn.Images;
using StrokeFramework.RCnn.Network;
using StrokeFramework.RCnn.Training;
using StrokeFramework.TestSupport;

namespace StrokeFramework.RCnn.Tests.Training;

public sealed class RCnnTrainingTests
{
    private static readonly RCnnSettings Short = Scenes.Small with { Passes = 2 };

    [Fact]
    public void Train_OnTenSlices_FindsTheirLesions() => Assert.InRange(Scenes.Precision(Trained.Modern, Trained.Examples), 0.95, 1);

    [Theory]
    [InlineData(DetectorMode.Modern)]
    [InlineData(DetectorMode.Thesis)]
    public void Train_WithTheSameSeed_GivesTheSameBytes_AndOtherwiseOthers(DetectorMode mode)
    {
        RCnnSettings settings = Short with { Mode = mode };
        byte[] first = Trained.Save(Trained.Train(settings)), again = Trained.Save(Trained.Train(settings)), other = Trained.Save(Trained.Train(settings, new() { Seed = 4 }));
        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
    }

    [Theory]
    [InlineData(DetectorMode.Modern)]
    [InlineData(DetectorMode.Thesis)]
    public void Train_OnAnyNumberOfThreads_GivesTheSameBytes(DetectorMode mode)
    {
        RCnnSettings settings = Short with { Mode = mode, BatchSize = 3, Passes = 1 };
        byte[] one = Trained.Save(Trained.Train(settings, new() { Seed = 3 }));
        Assert.Equal(one, Trained.Save(Trained.Train(settings, new() { Seed = 3, MaxDegreeOfParallelism = 2 })));
        Assert.Equal(one, Trained.Save(Trained.Train(settings, new() { Seed = 3, MaxDegreeOfParallelism = 4 })));
    }

    [Fact]
    public void Train_Interrupted_GoesOnToTheSameBytes()
    {
        byte[] expected = Trained.Save(Trained.Train(Short));
        var checkpoints = new MemoryCheckpoints();
        using var stop = new CancellationTokenSource();
        var interrupted = new StageContext { Seed = 3, CancellationToken = stop.Token, Progress = new StopAt(0.55, stop), Training = new() { Checkpoints = checkpoints } };
        Assert.ThrowsAny<OperationCanceledException>(() => Trained.Train(Short, interrupted));
        var seen = new StopAt(2, stop);
        RCnnModel model = Trained.Train(Short, new StageContext { Seed = 3, Progress = seen, Training = new() { Checkpoints = checkpoints } });
        Assert.Equal(expected, Trained.Save(model));
        Assert.InRange(seen.First, 0.6, 0.75); // it did not start anew
    }

    [Fact]
    public void Train_FromADamagedCheckpoint_SaysSo()
    {
        var checkpoints = new MemoryCheckpoints();
        checkpoints.Replace([1, 2, 3]);
        Assert.Contains("checkpoint", Assert.Throws<StageException>(() => Trained.Train(Short, new() { Training = new() { Checkpoints = checkpoints } })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_OnMoreStudiesThanAreHeld_EndsAndRepeats()
    {
        RCnnSettings settings = Short with { Window = 2 };
        Assert.Equal(Trained.Save(Trained.Train(settings)), Trained.Save(Trained.Train(settings)));
    }

    [Fact]
    public void Train_FromAModel_StartsWithItsWeights_AndRefusesAnother()
    {
        RCnnSettings further = Scenes.Small with { LearningRate = 1e-6 };
        RCnnModel model = Trained.Train(further, new() { Seed = 9, Training = new() { Initial = Trained.Modern } });
        Assert.InRange(Scenes.Precision(model, Trained.Examples), 0.9, 1);
        StageException refused = Assert.Throws<StageException>(() => Trained.Train(further with { Width = 16 }, new() { Training = new() { Initial = Trained.Modern } }));
        Assert.Contains("another network", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_WithEnoughStudies_IsJudgedByOthers_AndSaysHowGoodItIs()
    {
        var log = new RecordingLog();
        DetectionExample[] studies = [.. Enumerable.Range(0, 20).Select(n => Scenes.Study(n, 2))];
        Trained.Stage(Scenes.Small with { ValidationShare = 0.1 }).Train(studies, new() { Seed = 1, Log = log });
        Assert.Contains(log.InformationMessages, m => m.Contains("2 studies that were not learned from", StringComparison.Ordinal));
    }

    [Fact]
    public void Train_WithEnoughStudies_MovesScores_SoThatOneHalfIsWhereBoxesAreBestTold()
    {
        var log = new RecordingLog();
        DetectionExample[] studies = [.. Enumerable.Range(0, 20).Select(n => Scenes.Study(n, 4))];
        RCnnSettings settings = Scenes.Small with { ValidationShare = 0.25, Passes = 12 };
        using var content = new MemoryStream(Trained.Save(Trained.Stage(settings).Train(studies, new() { Seed = 1, Log = log })));
        Assert.Contains(log.InformationMessages, m => m.Contains("scores are moved so that this is 0.5", StringComparison.Ordinal));
        (_, RCnnNetwork network) = ModelFormat.Read(content);
        var plan = new TrainingPlan(studies.Length, settings, new StageContext { Seed = 1 }.CreateRandom(1));
        var judged = new AveragePrecision(network.Architecture.Classes.Count);
        foreach (int study in plan.Judges)
        {
            LearnedStudy slices = LearnedStudy.Of(studies[study], network.Architecture, new Random(1), CancellationToken.None);
            foreach ((SliceExample slice, double weight) in slices.Judged())
                judged.Add(PictureDetector.Find(network, slice.Picture(), new(0.01, settings.SuppressionOverlap, settings.MaximumPerSlice)), slice.Boxes, slice.Labels, weight);
        }

        // Weights are kept at half precision, and lesions of another class move a little otherwise than background.
        Assert.InRange(judged.DecisionScore()!.Value, 0.4, 0.65);
    }

    [Fact]
    public void Train_OnSlicesWithTheirNeighbors_LearnsThem_AndSavesThem()
    {
        RCnnSettings settings = Scenes.Small with { Slices = 3, Passes = 100 };
        RCnnModel model = Trained.Train(settings);
        Assert.InRange(Scenes.Precision(model, Trained.Examples), 0.7, 1);
        using var content = new MemoryStream(Trained.Save(model));
        IDetectorModel again = Trained.Stage(Scenes.Small).Load(content); // what it sees stands in the model
        Assert.Equal(model.Detect(Scenes.Study(77).Study, new()), again.Detect(Scenes.Study(77).Study, new()));
        StageException refused = Assert.Throws<StageException>(() => Trained.Train(Short, new() { Training = new() { Initial = model } }));
        Assert.Contains("'slices'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Configure_WithTwoSlices_SaysWhichAreMeant() =>
        Assert.Contains("its neighbors", Assert.Throws<ArgumentException>(() => Trained.Stage(Short with { Slices = 2 })).Message, StringComparison.Ordinal);

    [Fact]
    public void Train_WithoutImprovement_EndsEarly()
    {
        var log = new RecordingLog();
        DetectionExample[] studies = [.. Enumerable.Range(0, 20).Select(n => Scenes.Study(n, 2))];
        Trained.Stage(Scenes.Small with { ValidationShare = 0.1, Patience = 1, LearningRate = 1e-6, Passes = 3 }).Train(studies, new() { Seed = 1, Log = log });
        Assert.Contains(log.InformationMessages, m => m.StartsWith("Training ended at step ", StringComparison.Ordinal));
    }

    [Fact]
    public void Train_OnAStrangeClass_NamesIt()
    {
        DetectionExample study = Scenes.Study(1);
        DetectionExample strange = study with { Truth = [study.Truth[0] with { Label = "tumor" }] };
        Assert.Contains("'tumor'", Assert.Throws<StageException>(() => Trained.Stage(Short).Train([strange], new())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_OnImagesOfNothing_SaysSo()
    {
        VolumeGeometry grid = VolumeGeometry.FromSpacing(new(8, 8, 2), new(3, 3, 5));
        var empty = new DetectionExample(new DiffusionStudy(new(grid, new float[128])), []);
        Assert.Contains("Look at the images", Assert.Throws<StageException>(() => Trained.Stage(Short).Train([empty], new())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_OnStudiesWithoutABox_FindsHardlyAnything()
    {
        IDetectorModel model = Trained.Stage(Short).Train([.. Trained.Examples.Select(e => e with { Truth = [] })], new());
        Assert.All(model.Detect(Trained.Examples[0].Study, new()), d => Assert.InRange(d.Score, 0, 0.5));
    }

    private sealed class StopAt(double fraction, CancellationTokenSource stop) : IProgress<double>
    {
        public double First { get; private set; } = -1;

        public void Report(double value)
        {
            if (First < 0) First = value;
            if (value >= fraction) stop.Cancel();
        }
    }
}
