namespace StrokeFramework.Cli;

/// <summary>
/// A JSON file that describes synthetic studies to train on. Its members can be set, for source-generated readers give those
/// that can only be initialized the default of their type, and not the one written here, when the file leaves them out.
/// </summary>
internal sealed record SyntheticDescription
{
    /// <summary>Which generator makes them.</summary>
    public SyntheticKind Kind { get; set; }

    /// <summary>How many different studies there are.</summary>
    public required int Studies { get; set; }

    /// <summary>The generator's seed.</summary>
    public long Seed { get; set; } = 1;

    /// <summary>0 (large clean lesions) to 1 (small ones under noise and artifacts); for the phantom alone.</summary>
    public double Difficulty { get; set; } = 0.5;

    /// <summary>Folder with tissue maps, relative to the file; null for the built-in anatomy.</summary>
    public string? Anatomy { get; set; }

    /// <summary>Folder with lesion masks, relative to the file; null for made-up shapes, or for <c>lesions</c> within the anatomy's folder where studies are of acute stroke.</summary>
    public string? Lesions { get; set; }

    /// <summary>Folder with a data set of healthy people's scans, relative to the file, whose brains studies of acute stroke use too; null for none.</summary>
    public string? Healthy { get; set; }

    /// <summary>Whether studies of acute stroke have artifacts: off to see what they do for a segmenter.</summary>
    public bool Artifacts { get; set; } = true;

    /// <summary>Whether studies of acute stroke have clusters of small emboli: off to see what they do for a segmenter.</summary>
    public bool Emboli { get; set; } = true;
}
