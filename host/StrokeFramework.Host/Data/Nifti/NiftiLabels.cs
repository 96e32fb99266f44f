namespace StrokeFramework.Host.Data;

/// <summary>A mask or label map read from a NIfTI-1 file.</summary>
/// <param name="Header">The header as read.</param>
/// <param name="Volume">The labels, 0 to 255.</param>
/// <param name="Warnings">Sentences on what was assumed or looks odd; each names the file.</param>
public sealed record NiftiLabels(NiftiHeader Header, Volume<byte> Volume, IReadOnlyList<string> Warnings)
{
    /// <summary>The grid.</summary>
    public VolumeGeometry Geometry => Volume.Geometry;
}
