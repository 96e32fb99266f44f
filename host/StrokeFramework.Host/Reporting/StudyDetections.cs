namespace StrokeFramework.Host.Reporting;

/// <summary>The boxes of one detector, under the name that the pipeline's outputs give it.</summary>
/// <param name="Name">The output's name.</param>
/// <param name="Detections">The boxes, best score first.</param>
public sealed record StudyDetections(string Name, IReadOnlyList<Detection> Detections);
