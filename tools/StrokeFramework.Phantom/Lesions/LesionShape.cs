using System.Numerics;

namespace StrokeFramework.Phantom;

/// <summary>
/// An outline as a field over the reference brain, in mm: the lesion is where the field is below a level, and the level is
/// chosen for the volume wanted. Near the outline the field grows by about one per mm.
/// </summary>
internal abstract class LesionShape
{
    /// <summary>The name that <c>lesions.tsv</c> gives.</summary>
    public abstract string Name { get; }

    /// <summary>A place within the lesion, in reference mm.</summary>
    public abstract Vector3 Center { get; }

    /// <summary>No part of the lesion lies farther from the center than this, in mm.</summary>
    public abstract float Reach { get; }

    /// <summary>The level that the shape brings with it, or null to find one for the target volume.</summary>
    public virtual float? FixedLevel => null;

    /// <summary>The field at a place, in mm.</summary>
    public abstract float At(Vector3 reference);
}
