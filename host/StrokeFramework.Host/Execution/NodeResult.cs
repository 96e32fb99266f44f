namespace StrokeFramework.Host.Execution;

/// <summary>What is known of a node whose result is there.</summary>
/// <param name="Node">Its name.</param>
/// <param name="Time">How long it took; zero when it did not run.</param>
/// <param name="OutputHash">Hash of what it gave.</param>
/// <param name="Seed">The seed it was given.</param>
/// <param name="Remarks">What it said.</param>
/// <param name="Diagnostics">What it wants shown, in the order of the names.</param>
public sealed record NodeResult(string Node, TimeSpan Time, string OutputHash, ulong Seed, IReadOnlyList<StageRemark> Remarks, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Whether the result was taken from the cache.</summary>
    public bool FromCache { get; init; }
}
