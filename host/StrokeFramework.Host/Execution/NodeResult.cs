namespace StrokeFramework.Host.Execution;

/// <summary>What is known of a node after it ran.</summary>
/// <param name="Node">Its name.</param>
/// <param name="Time">How long it took.</param>
/// <param name="OutputHash">Hash of what it gave.</param>
/// <param name="Seed">The seed it was given.</param>
/// <param name="Remarks">What it said.</param>
/// <param name="Diagnostics">What it wants shown, in the order of the names.</param>
public sealed record NodeResult(string Node, TimeSpan Time, string OutputHash, ulong Seed, IReadOnlyList<StageRemark> Remarks, IReadOnlyList<Diagnostic> Diagnostics);
