using System.Text.Json;

namespace StrokeFramework.Manifest;

/// <summary>What <c>plugin.json</c> says of one stage.</summary>
public sealed record StageManifest
{
    private JsonDocument? _parameters;

    /// <summary>The id in graphs.</summary>
    public required string Id { get; init; }

    /// <summary>What kind of stage it is.</summary>
    public required StageKind Kind { get; init; }

    /// <summary>Raised whenever the same input and parameters give another result.</summary>
    public required string AlgorithmVersion { get; init; }

    /// <summary>A title for people.</summary>
    public string Title { get; init; } = "";

    /// <summary>What it does and when to use it.</summary>
    public string Description { get; init; } = "";

    /// <summary>The publication to cite.</summary>
    public string Citation { get; init; } = "";

    /// <summary>What the incoming study must carry.</summary>
    public StudyTraits Needs { get; init; }

    /// <summary>What the outgoing study carries in addition.</summary>
    public StudyTraits Provides { get; init; }

    /// <summary>Ids that it had in earlier versions.</summary>
    public IReadOnlyList<string> FormerIds { get; init; } = [];

    /// <summary>The oldest version of the plugin whose graphs it still understands; empty when that is none but those in range.</summary>
    public string GraphsSince { get; init; } = "";

    /// <summary>JSON schema of the parameters, as text.</summary>
    public required string ParametersJson { get; init; }

    /// <summary>JSON schema of the parameters.</summary>
    /// <remarks>Parsed when asked for: a list of plugins does without.</remarks>
    public JsonElement Parameters => (_parameters ??= JsonDocument.Parse(ParametersJson)).RootElement;
}
