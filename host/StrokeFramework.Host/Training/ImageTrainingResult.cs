using StrokeFramework.Host.Execution;
using StrokeFramework.Host.Models;

namespace StrokeFramework.Host.Training;

/// <summary>Nodes that learned from images.</summary>
/// <param name="Pipeline">The pipeline with the models in it.</param>
/// <param name="Models">The models, to be written.</param>
/// <param name="Nodes">What was trained.</param>
public sealed record ImageTrainingResult(PreparedPipeline Pipeline, IReadOnlyList<NodeModel> Models, IReadOnlyList<TrainedNode> Nodes);
