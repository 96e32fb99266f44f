namespace StrokeFramework.Host.Reporting;

/// <summary>What one node of the pipeline did.</summary>
public sealed record NodeReport
{
    /// <summary>The node's name in the graph.</summary>
    public required string Name { get; init; }

    /// <summary>The stage's id.</summary>
    public required string Stage { get; init; }

    /// <summary>The stage's title for people; empty shows the id.</summary>
    public string Title { get; init; } = "";

    /// <summary>The publication to cite; may be empty.</summary>
    public string Citation { get; init; } = "";

    /// <summary>Version of the plugin that holds the stage; may be empty.</summary>
    public string PluginVersion { get; init; } = "";

    /// <summary>Wall time, or null where it was not measured.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>True when the result was taken from the cache.</summary>
    public bool FromCache { get; init; }

    /// <summary>All its parameters, those left at their default as well.</summary>
    public IReadOnlyList<ReportParameter> Parameters { get; init; } = [];

    /// <summary>What the stage wanted shown, in the order in which it said so.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>What the stage remarked.</summary>
    public IReadOnlyList<ReportRemark> Remarks { get; init; } = [];
}
