namespace StrokeFramework;

/// <summary>Says where a parameter's default comes from; reports show it beside the value.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ProvenanceAttribute(Provenance provenance, string note = "") : Attribute
{
    /// <summary>The kind of origin.</summary>
    public Provenance Provenance { get; } = provenance;

    /// <summary>The source or the reasoning, in a phrase.</summary>
    public string Note { get; } = note;
}
