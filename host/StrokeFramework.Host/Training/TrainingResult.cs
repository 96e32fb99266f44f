using StrokeFramework.Host.Models;

namespace StrokeFramework.Host.Training;

/// <summary>A trained pipeline.</summary>
/// <param name="File">The models, to be written.</param>
/// <param name="Nodes">What was trained.</param>
public sealed record TrainingResult(ModelFile File, IReadOnlyList<TrainedNode> Nodes);
