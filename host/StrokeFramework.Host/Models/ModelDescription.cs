namespace StrokeFramework.Host.Models;

/// <summary>Where a model comes from.</summary>
public sealed record ModelDescription
{
    /// <summary>The pipeline's name.</summary>
    public required string Pipeline { get; init; }

    /// <summary>The program that wrote it.</summary>
    public required string Program { get; init; }

    /// <summary>The run's seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Which lesions it was trained on: <c>segmented</c> or <c>truth</c>.</summary>
    public required string Lesions { get; init; }

    /// <summary>The studies it was trained on, with their class.</summary>
    public required IReadOnlyDictionary<string, string> Studies { get; init; }

    /// <summary>SHA-256 over the hashes of all training files, in the order of the studies.</summary>
    public required string DataHash { get; init; }

    /// <summary>What a reader should know: data, figures, limits.</summary>
    public required string Card { get; init; }
}
