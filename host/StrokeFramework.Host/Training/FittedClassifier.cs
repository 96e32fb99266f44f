using StrokeFramework.Host.Execution;

namespace StrokeFramework.Host.Training;

/// <summary>A fitted classifier.</summary>
/// <param name="Model">The model.</param>
/// <param name="Time">How long the fit took; zero when it was taken from the cache.</param>
/// <param name="Remarks">What the classifier said.</param>
/// <param name="FromCache">Whether it was taken from the cache.</param>
internal sealed record FittedClassifier(IClassifierModel Model, TimeSpan Time, IReadOnlyList<StageRemark> Remarks, bool FromCache);
