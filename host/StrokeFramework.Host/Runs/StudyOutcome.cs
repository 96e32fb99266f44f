using StrokeFramework.Host.Evaluation;

namespace StrokeFramework.Host.Runs;

/// <summary>What became of one study.</summary>
public sealed record StudyOutcome
{
    /// <summary>The study's name, <c>sub-x_ses-y</c>.</summary>
    public required string Study { get; init; }

    /// <summary>Null when all went well; otherwise what went wrong, as a sentence.</summary>
    public string? Error { get; init; }

    /// <summary>Diagnostic code of the error.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The node that failed, or null when it did not get that far.</summary>
    public string? FailedNode { get; init; }

    /// <summary>What was thrown, for <c>--verbose</c>.</summary>
    public Exception? Exception { get; init; }

    /// <summary>What each segmentation output holds, in the order of the graph.</summary>
    public IReadOnlyList<SegmentationSummary> Segmentations { get; init; } = [];

    /// <summary>The stroke types that were named, in the order of the graph.</summary>
    public IReadOnlyList<TypeOutput> Types { get; init; } = [];

    /// <summary>Warnings of reading and of the stages.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Wall time.</summary>
    public TimeSpan Time { get; init; }

    /// <summary>The study's results, or null when there are none.</summary>
    public string? Folder { get; init; }
}
