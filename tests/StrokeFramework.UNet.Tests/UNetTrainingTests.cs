using StrokeFramework.TestSupport;

namespace StrokeFramework.UNet.Tests;

public sealed class UNetTrainingTests
{
    [Fact]
    public void Train_OnOneStudy_LearnsItByHeart()
    {
        SegmentationExample head = Heads.Make(1);
        const string settings = """
            { "width": 6, "levels": 3, "maximumWidth": 12, "batch": 6, "patch": 48, "steps": 90, "warmUp": 5, "learningRate": 0.01, "averaging": 0.9, "validationStudies": 0, "minimumVolume": 0, "adcDropout": 0.3 }
            """;
        ISegmenterModel model = UNetStage.Create(settings).Train([head], new StageContext { Seed = 3 });
        Assert.InRange(OverlapFigures.Dice(model.Segment(head.Study, new StageContext()).Mask, head.Truth), 0.9, 1);
        Assert.InRange(OverlapFigures.Dice(model.Segment(head.Study.WithAdc(null), new StageContext()).Mask, head.Truth), 0.9, 1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Train_WithTheSameSeed_GivesTheSameBytes(int threads)
    {
        // More studies than the pool holds, so that reading and learning run side by side to the end.
        byte[] first = Train(7, threads), second = Train(7, threads), other = Train(8, threads);
        Assert.Equal(first, second);
        Assert.NotEqual(first, other);
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(1, 5)]
    [InlineData(2, 3)]
    public void Train_InterruptedAndResumed_GivesTheSameBytesAsWithoutInterruption(int threads, int interruptAfter)
    {
        var store = new MemoryCheckpoints();
        using var stop = new CancellationTokenSource();
        var steps = new CountingProgress(interruptAfter, stop.Cancel);
        Assert.ThrowsAny<OperationCanceledException>(() => UNetStage.Create(EveryStep).Train(
            Heads.Several(6), new StageContext { Seed = 7, MaxDegreeOfParallelism = threads, CancellationToken = stop.Token, Progress = steps, Training = new() { Checkpoints = store } }));
        Assert.True(store.Writes >= interruptAfter);

        byte[] resumed = UNetStage.Save(UNetStage.Create(EveryStep).Train(
            Heads.Several(6), new StageContext { Seed = 7, MaxDegreeOfParallelism = threads, Training = new() { Checkpoints = store } }));
        Assert.Equal(Train(7, threads), resumed);
    }

    [Fact]
    public void Train_OnOtherThanItsOwnState_SaysSo()
    {
        var store = new MemoryCheckpoints();
        store.Write(s => s.Write("no state at all"u8));
        StageException e = Assert.Throws<StageException>(() => UNetStage.Create().Train(Heads.Several(2), new StageContext { Training = new() { Checkpoints = store } }));
        Assert.StartsWith("The training cannot go on:", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_FromAModel_StartsWhereItEnded()
    {
        IReadOnlyList<SegmentationExample> heads = Heads.Several(3);
        ISegmenterModel start = UNetStage.Create().Train(heads, new StageContext { Seed = 1 });
        // A learning rate of next to nothing leaves the weights where they were; normalization's statistics move a little.
        ISegmenterModel same = UNetStage.Create(UNetStage.Tiny.Replace("\"steps\": 8", "\"steps\": 1, \"learningRate\": 0.000001, \"averaging\": 0.999", StringComparison.Ordinal)).Train(
            heads, new StageContext { Seed = 2, Training = new() { Initial = start } });
        float[] before = start.Segment(heads[0].Study, new StageContext()).Probability!.Span.ToArray(), after = same.Segment(heads[0].Study, new StageContext()).Probability!.Span.ToArray();
        Assert.InRange(before.Zip(after, (a, b) => Math.Abs(a - b)).Max(), 0, 0.02);
    }

    [Fact]
    public void Train_FromAModelOfAnotherShape_SaysWhichToAskFor()
    {
        ISegmenterModel start = UNetStage.Create().Train(Heads.Several(1), new StageContext());
        StageException e = Assert.Throws<StageException>(() => UNetStage.Create(UNetStage.Tiny.Replace("\"width\": 4", "\"width\": 6", StringComparison.Ordinal)).Train(
            Heads.Several(1), new StageContext { Training = new() { Initial = start } }));
        Assert.Contains("Width = 4", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_ReportsLossAndDiceOfStudiesHeldOut()
    {
        var reports = new RecordedSteps();
        var log = new RecordingLog();
        UNetStage.Create(UNetStage.Tiny.Replace("\"validationStudies\": 0", "\"validationStudies\": 1", StringComparison.Ordinal)).Train(
            Heads.Several(6), new StageContext { Log = log, Training = new() { Steps = reports } });
        TrainingStep last = reports.Steps[^1];
        Assert.Equal((8, 8), (last.Step, last.Steps));
        Assert.Equal(["loss", "cross-entropy", "batch Dice loss", "slice Dice loss", "validation Dice"], last.Values.Select(v => v.Key).Order(Comparer<string>.Create((a, b) => Array.IndexOf(Order, a) - Array.IndexOf(Order, b))));
        Assert.Equal(TimeSpan.Zero, last.TimeLeft);
        Assert.StartsWith("Mean Dice of 1 studies held out", Assert.Single(log.InformationMessages), StringComparison.Ordinal);
    }

    [Fact]
    public void Train_WithoutStudies_SaysSo() =>
        Assert.StartsWith("There is no study to learn from.", Assert.Throws<StageException>(() => UNetStage.Create().Train([], new StageContext())).Message, StringComparison.Ordinal);

    [Fact]
    public void Train_OnStudiesWithoutSignal_SaysSo()
    {
        SegmentationExample head = Heads.Make(1);
        var dark = new SegmentationExample(new DiffusionStudy(new(head.Study.Geometry, new float[head.Truth.Voxels.Length])), head.Truth);
        Assert.Equal("None of the studies to learn from holds any signal.", Assert.Throws<StageException>(() => UNetStage.Create().Train([dark], new StageContext())).Message);
    }

    private static readonly string[] Order = ["loss", "cross-entropy", "batch Dice loss", "slice Dice loss", "validation Dice"];

    private static string EveryStep => UNetStage.Tiny.Replace("\"steps\": 8", "\"steps\": 8, \"checkpointInterval\": 0", StringComparison.Ordinal);

    private static byte[] Train(ulong seed, int threads) =>
        UNetStage.Save(UNetStage.Create(EveryStep).Train(Heads.Several(6), new StageContext { Seed = seed, MaxDegreeOfParallelism = threads }));
}
