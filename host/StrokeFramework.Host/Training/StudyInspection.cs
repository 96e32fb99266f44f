using StrokeFramework.Host.Data;
using StrokeFramework.Host.Execution;

namespace StrokeFramework.Host.Training;

/// <summary>Somebody who wants to see what a pipeline made of some studies, before it is let go.</summary>
/// <param name="Studies">The names of the studies.</param>
/// <param name="Show">Shown each of them; called from several threads.</param>
public sealed record StudyInspection(IReadOnlySet<string> Studies, Action<LoadedStudy, LoadedTruth, PipelineResult> Show);
