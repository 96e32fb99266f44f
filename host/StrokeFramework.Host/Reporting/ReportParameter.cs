namespace StrokeFramework.Host.Reporting;

/// <summary>One parameter of a node, as text for people.</summary>
/// <param name="Name">Its name in the graph.</param>
/// <param name="Value">The value used.</param>
/// <param name="Default">The default.</param>
/// <param name="Unit">Unit of both; empty for a pure number or a word.</param>
public sealed record ReportParameter(string Name, string Value, string Default, string Unit = "")
{
    /// <summary>What it does, in a sentence; may be empty.</summary>
    public string Description { get; init; } = "";

    /// <summary>Where the default comes from, or null where nobody said.</summary>
    public Provenance? Provenance { get; init; }

    /// <summary>The source or the reasoning behind the default; may be empty.</summary>
    public string ProvenanceNote { get; init; } = "";

    /// <summary>True when the graph or the command line set the value, be it to the default.</summary>
    public bool IsSetByUser { get; init; }
}
