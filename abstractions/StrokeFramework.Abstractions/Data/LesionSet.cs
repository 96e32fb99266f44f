namespace StrokeFramework;

/// <summary>The lesions of one study, ordered by size. The host makes them wherever a stage wants lesions.</summary>
public sealed class LesionSet
{
    /// <summary>Creates a set.</summary>
    /// <param name="geometry">The grid that the voxel indices refer to.</param>
    /// <param name="lesions">The lesions, largest first, numbered from 1.</param>
    public LesionSet(VolumeGeometry geometry, IReadOnlyList<Lesion> lesions)
    {
        ArgumentNullException.ThrowIfNull(geometry);
        ArgumentNullException.ThrowIfNull(lesions);
        (Geometry, Lesions) = (geometry, lesions);
    }

    /// <summary>The grid.</summary>
    public VolumeGeometry Geometry { get; }

    /// <summary>The lesions, largest first; empty when there is none.</summary>
    public IReadOnlyList<Lesion> Lesions { get; }
}
