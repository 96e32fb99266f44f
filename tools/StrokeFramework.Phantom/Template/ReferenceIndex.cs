using System.Numerics;

namespace StrokeFramework.Phantom;

/// <summary>From reference millimeters to a template image's continuous voxel indices, in single precision.</summary>
internal static class ReferenceIndex
{
    /// <summary>The map of a grid, for row vectors.</summary>
    public static Matrix4x4 Of(VolumeGeometry geometry)
    {
        AffineTransform map = geometry.WorldToIndex;
        return new(
            (float)map.ColumnI.X, (float)map.ColumnI.Y, (float)map.ColumnI.Z, 0,
            (float)map.ColumnJ.X, (float)map.ColumnJ.Y, (float)map.ColumnJ.Z, 0,
            (float)map.ColumnK.X, (float)map.ColumnK.Y, (float)map.ColumnK.Z, 0,
            (float)map.Origin.X, (float)map.Origin.Y, (float)map.Origin.Z, 1);
    }
}
