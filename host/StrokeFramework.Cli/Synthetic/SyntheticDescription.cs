namespace StrokeFramework.Cli;

/// <summary>A JSON file that describes synthetic studies to train on.</summary>
internal sealed record SyntheticDescription
{
    /// <summary>How many different studies there are.</summary>
    public required int Studies { get; init; }

    /// <summary>The generator's seed.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>0 (large clean lesions) to 1 (small ones under noise and artifacts).</summary>
    public double Difficulty { get; init; } = 0.5;

    /// <summary>Folder with tissue maps, relative to the file; null for the built-in anatomy.</summary>
    public string? Anatomy { get; init; }

    /// <summary>Folder with lesion masks, relative to the file; null for made-up shapes.</summary>
    public string? Lesions { get; init; }
}
