namespace StrokeFramework.UNet.Tests;

/// <summary>Keeps the reports of a training.</summary>
internal sealed class RecordedSteps : IProgress<TrainingStep>
{
    public List<TrainingStep> Steps { get; } = [];

    public void Report(TrainingStep value) => Steps.Add(value);
}
