using StrokeFramework.Host.Data;
using StrokeFramework.Host.Evaluation;
using StrokeFramework.Host.Runs;

namespace StrokeFramework.Host.Training;

/// <summary>What training and evaluation keep of one study: measurements and agreement, no images.</summary>
public sealed record StudyExample
{
    /// <summary>Where the study was read.</summary>
    public required StudySource Source { get; init; }

    /// <summary>The patient's class, <c>n/a</c> for no lesion.</summary>
    public required string StrokeType { get; init; }

    /// <summary>SHA-256 of every file that went in, the truth included, by file name.</summary>
    public required IReadOnlyDictionary<string, string> InputHashes { get; init; }

    /// <summary>The rows that each classifier is given, by the classifier's node.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<LabelledLesion>> Rows { get; init; }

    /// <summary>The columns of those rows, by the classifier's node.</summary>
    public required IReadOnlyDictionary<string, FeatureSchema> Schemas { get; init; }

    /// <summary>Truth lesions that the pipeline missed, by the classifier's node.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<MissedLesion>> Missed { get; init; }

    /// <summary>The segmentation outputs in figures.</summary>
    public required IReadOnlyList<SegmentationSummary> Segmentations { get; init; }

    /// <summary>What detectors found, beside what is there; empty without a detector.</summary>
    public IReadOnlyList<DetectionResult> Detections { get; init; } = [];

    /// <summary>How long each node took; zero for those in <see cref="CachedNodes"/>.</summary>
    public required IReadOnlyDictionary<string, TimeSpan> NodeTimes { get; init; }

    /// <summary>Nodes whose result was taken from the cache.</summary>
    public IReadOnlySet<string> CachedNodes { get; init; } = new HashSet<string>();

    /// <summary>Warnings of reading and of the stages.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }
}
