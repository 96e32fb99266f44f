namespace StrokeFramework;

/// <summary>What the host offers a stage that trains for minutes or hours. Every member may be absent.</summary>
public sealed class TrainingSession
{
    /// <summary>Takes a report every few seconds. Null when nobody watches.</summary>
    public IProgress<TrainingStep>? Steps { get; init; }

    /// <summary>Keeps the state of training, so that an interrupted one goes on. Null when it is not to be kept.</summary>
    public ICheckpointStore? Checkpoints { get; init; }

    /// <summary>A model of the same stage to start from, or null to start from nothing.</summary>
    public IModel? Initial { get; init; }
}
