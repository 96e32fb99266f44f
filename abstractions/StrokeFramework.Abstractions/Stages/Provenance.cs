namespace StrokeFramework;

/// <summary>Where a parameter's default comes from.</summary>
public enum Provenance
{
    /// <summary>Read in the publication that the stage implements.</summary>
    Sourced,

    /// <summary>Computed from numbers in a publication.</summary>
    Derived,

    /// <summary>The most plausible choice; not read anywhere in the authors' work.</summary>
    Inferred,
}
