using System.Numerics;
using StrokeFramework.Host.Data;

namespace StrokeFramework.Phantom;

/// <summary>A lesion mask cut out with a margin and turned into distances to its outline: negative inside, in mm.</summary>
internal sealed class MaskField
{
    private const int Margin = 8;
    private const float Far = 12;

    private readonly sbyte[] _tenths;
    private readonly AffineTransform _toIndex;
    private readonly VoxelBox _box;

    private MaskField(string name, sbyte[] tenths, VoxelBox box, VolumeGeometry geometry, Vector3 center, float reach, float radius) =>
        (Name, _tenths, _box, _toIndex, Center, Reach, Radius) = (name, tenths, box, geometry.WorldToIndex, center, reach, radius);

    /// <summary>The file's name without its ending.</summary>
    public string Name { get; }

    /// <summary>Middle of the box around the mask, in reference mm.</summary>
    public Vector3 Center { get; }

    /// <summary>No part of the mask or its margin lies farther from the center, in mm.</summary>
    public float Reach { get; }

    /// <summary>Radius of the ball of equal volume, in mm.</summary>
    public float Radius { get; }

    /// <summary>Reads a mask.</summary>
    /// <exception cref="DataException">The file cannot be used or is empty.</exception>
    public static MaskField Read(string path)
    {
        Volume<byte> mask = NiftiFile.ReadLabels(path).Volume;
        VoxelBox box = VoxelBox.Bounds(mask.Span, mask.Size, Margin, out int count);
        if (count == 0) throw new DataException($"The lesion mask '{path}' is empty.");
        float[] distance = MaskDistance.Signed(mask, box, Far);
        sbyte[] tenths = Array.ConvertAll(distance, d => (sbyte)MathF.Round(d * 10));
        Vector3 low = TissueRasterizer.World(mask.Geometry, box.I0, box.J0, box.K0);
        Vector3 high = TissueRasterizer.World(mask.Geometry, box.I1 - 1, box.J1 - 1, box.K1 - 1);
        float radius = (float)Math.Cbrt(count * mask.Geometry.VoxelVolume * 3 / (4 * Math.PI));
        string name = Path.GetFileName(path);
        return new(name[..name.IndexOf(".nii", StringComparison.Ordinal)], tenths, box, mask.Geometry, 0.5f * (low + high), 0.5f * (high - low).Length(), radius);
    }

    /// <summary>The distance at a place, in mm, within ±12.</summary>
    public float At(Vector3 reference)
    {
        Point3 index = _toIndex.Apply(new(reference.X, reference.Y, reference.Z));
        float x = (float)index.X - _box.I0, y = (float)index.Y - _box.J0, z = (float)index.Z - _box.K0;
        if (x < 0 || y < 0 || z < 0 || x >= _box.I - 1 || y >= _box.J - 1 || z >= _box.K - 1) return Far;
        int i = (int)x, j = (int)y, k = (int)z;
        int p = i + (_box.I * (j + (_box.J * k)));
        (x, y, z) = (x - i, y - j, z - k);
        float near = Blend(p, x, y), far = Blend(p + (_box.I * _box.J), x, y);
        return 0.1f * (near + ((far - near) * z));
    }

    private float Blend(int p, float x, float y)
    {
        float a = _tenths[p] + ((_tenths[p + 1] - _tenths[p]) * x);
        float b = _tenths[p + _box.I] + ((_tenths[p + _box.I + 1] - _tenths[p + _box.I]) * x);
        return a + ((b - a) * y);
    }
}
