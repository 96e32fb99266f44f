namespace StrokeFramework.Host.Training;

/// <summary>How nodes that learn from images are trained.</summary>
public sealed record ImageTrainingOptions
{
    /// <summary>Threads to use, at least 1. Networks learn the same at the same number.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Where checkpoints go: this and the node's name; null for none.</summary>
    public string? CheckpointPath { get; init; }

    /// <summary>Whether to go on from a checkpoint that is there.</summary>
    public bool Resume { get; init; }

    /// <summary>A model file to start from, or null.</summary>
    public string? InitialModel { get; init; }

    /// <summary>Told how far a node is, or null.</summary>
    public Action<string, TrainingStep>? Progress { get; init; }
}
