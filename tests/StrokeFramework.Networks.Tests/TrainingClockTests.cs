namespace StrokeFramework.Networks.Tests;

public sealed class TrainingClockTests
{
    [Fact]
    public void EndStep_AfterTheLastStep_ReportsTheMeanOfWhatWasAdded()
    {
        TrainingStep? reported = null;
        var clock = new TrainingClock(new TrainingSession { Steps = new Reporter(s => reported = s) }, 0, 2);
        clock.Add("loss", 1);
        clock.EndStep(1, 4);
        Assert.Null(reported); // not yet time to
        clock.Add("loss", 3);
        clock.Add("Dice", 0.5);
        clock.EndStep(2, 4);
        Assert.Equal([KeyValuePair.Create("loss", 2.0), KeyValuePair.Create("Dice", 0.5)], reported!.Values);
        Assert.Equal((2, 2, TimeSpan.Zero), (reported.Step, reported.Steps, reported.TimeLeft));
        Assert.True(reported.ImagesPerSecond > 0);
    }

    [Fact]
    public void IsTimeToKeep_WithoutAPlaceToKeepIt_NeverIs() => Assert.False(new TrainingClock(new TrainingSession(), 0, 2).IsTimeToKeep(TimeSpan.Zero));

    private sealed class Reporter(Action<TrainingStep> report) : IProgress<TrainingStep>
    {
        public void Report(TrainingStep value) => report(value);
    }
}
