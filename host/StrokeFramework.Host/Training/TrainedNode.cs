namespace StrokeFramework.Host.Training;

/// <summary>What training did to one node.</summary>
/// <param name="Node">The node.</param>
/// <param name="Rows">How many rows of each class it learned from.</param>
/// <param name="Time">How long the fit took; zero when it was taken from the cache.</param>
/// <param name="Remarks">What the classifier said.</param>
/// <param name="FromCache">Whether the model was taken from the cache.</param>
public sealed record TrainedNode(string Node, IReadOnlyDictionary<string, int> Rows, TimeSpan Time, IReadOnlyList<string> Remarks, bool FromCache = false);
