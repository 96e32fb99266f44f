namespace StrokeFramework.Host.Data;

/// <summary>An image read from a NIfTI-1 file.</summary>
/// <param name="Header">The header as read.</param>
/// <param name="Volume">The values after scaling. Voxels that are not finite are kept as they are.</param>
/// <param name="NonFiniteCount">How many voxels are not a number or infinite.</param>
/// <param name="Warnings">Sentences on what was assumed or looks odd; each names the file.</param>
public sealed record NiftiImage(NiftiHeader Header, Volume<float> Volume, long NonFiniteCount, IReadOnlyList<string> Warnings)
{
    /// <summary>The grid.</summary>
    public VolumeGeometry Geometry => Volume.Geometry;
}
