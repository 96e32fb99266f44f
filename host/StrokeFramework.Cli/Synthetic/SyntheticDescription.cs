namespace StrokeFramework.Cli;

/// <summary>A JSON file that describes synthetic studies to train on.</summary>
internal sealed record SyntheticDescription
{
    /// <summary>Which generator makes them.</summary>
    public SyntheticKind Kind { get; init; }

    /// <summary>How many different studies there are.</summary>
    public required int Studies { get; init; }

    /// <summary>The generator's seed.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>0 (large clean lesions) to 1 (small ones under noise and artifacts); for the phantom alone.</summary>
    public double Difficulty { get; init; } = 0.5;

    /// <summary>Folder with tissue maps, relative to the file; null for the built-in anatomy.</summary>
    public string? Anatomy { get; init; }

    /// <summary>Folder with lesion masks, relative to the file; null for made-up shapes, or for <c>lesions</c> within the anatomy's folder where studies are of acute stroke.</summary>
    public string? Lesions { get; init; }

    /// <summary>Whether studies of acute stroke have artifacts: off to see what they do for a segmenter.</summary>
    public bool Artifacts { get; init; } = true;

    /// <summary>Whether studies of acute stroke have clusters of small emboli: off to see what they do for a segmenter.</summary>
    public bool Emboli { get; init; } = true;
}
