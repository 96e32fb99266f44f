using StrokeFramework.Host.Evaluation;

namespace StrokeFramework.Host.Reporting;

/// <summary>All that the report of one study says. Plain data: whoever ran the pipeline fills it, times included.</summary>
public sealed record StudyReport
{
    /// <summary>The heading, such as <c>sub-0001 ses-0001</c>.</summary>
    public required string Title { get; init; }

    /// <summary>Subject label without the <c>sub-</c> prefix.</summary>
    public required string Subject { get; init; }

    /// <summary>Session label without the <c>ses-</c> prefix, or null.</summary>
    public string? Session { get; init; }

    /// <summary>The pipeline's name.</summary>
    public required string Pipeline { get; init; }

    /// <summary>The study's images on one grid, the one that lesions are seen on first.</summary>
    public required IReadOnlyList<StudyImage> Images { get; init; }

    /// <summary>What the pipeline's segmentation outputs are; the first is the one the head speaks of. May be empty.</summary>
    public IReadOnlyList<StudySegmentation> Segmentations { get; init; } = [];

    /// <summary>The boxes that detectors found; may be empty.</summary>
    public IReadOnlyList<StudyDetections> Detections { get; init; } = [];

    /// <summary>The truth mask on the same grid, or null.</summary>
    public Volume<byte>? Truth { get; init; }

    /// <summary>The stroke types that classifiers named; may be empty.</summary>
    public IReadOnlyList<TypeOutput> Types { get; init; } = [];

    /// <summary>Measured features, or null.</summary>
    public FeatureTable? Features { get; init; }

    /// <summary>The nodes in the order in which a reader follows them.</summary>
    public IReadOnlyList<NodeReport> Nodes { get; init; } = [];

    /// <summary>Remarks that belong to no node, such as those of the readers of files.</summary>
    public IReadOnlyList<ReportRemark> Remarks { get; init; } = [];

    /// <summary>The files that went in.</summary>
    public IReadOnlyList<ReportInput> Inputs { get; init; } = [];

    /// <summary>The plugins that took part.</summary>
    public IReadOnlyList<ReportPlugin> Plugins { get; init; } = [];

    /// <summary>Further facts for the last section, name and value, such as the program's version or the machine.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Facts { get; init; } = [];

    /// <summary>The run's seed.</summary>
    public long? Seed { get; init; }

    /// <summary>When the run ended, or null to leave it out.</summary>
    public DateTimeOffset? Finished { get; init; }

    /// <summary>Wall time of the whole study, or null.</summary>
    public TimeSpan? Duration { get; init; }
}
