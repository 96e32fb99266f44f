using StrokeFramework.Host.Evaluation;
using StrokeFramework.Host.Execution;

namespace StrokeFramework.Host.Comparison;

/// <summary>One walk over the studies: a merged pipeline with the lesions that it measures.</summary>
/// <param name="Merged">Which of the merged pipelines it is.</param>
/// <param name="Lesions">Which lesions are measured.</param>
/// <param name="Pipeline">The pipeline; where another pass has the masks already, only what leads to its classifiers.</param>
public sealed record ComparisonPass(int Merged, LesionSource Lesions, PreparedPipeline Pipeline);
