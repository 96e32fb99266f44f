using StrokeFramework.Imaging;

namespace StrokeFramework.StatisticalFeatures;

/// <summary>
/// How slices lie in a stored volume: the axis across them (the one nearest to superior) and the two within. Nothing
/// is reordered, since no feature depends on the direction of an axis.
/// </summary>
internal sealed class SlicePlane
{
    private readonly GridSize _size;
    private readonly int _across;
    private readonly int _first;
    private readonly int _second;

    public SlicePlane(VolumeGeometry geometry)
    {
        _size = geometry.Size;
        _across = new CanonicalGrid(geometry).SliceAxis;
        (_first, _second) = _across switch { 0 => (1, 2), 1 => (0, 2), _ => (0, 1) };
        (SpacingA, SpacingB) = (geometry.Spacing[_first], geometry.Spacing[_second]);
    }

    /// <summary>Distance of neighboring pixels along the first axis in the slice, in mm.</summary>
    public double SpacingA { get; }

    /// <summary>Distance of neighboring pixels along the second axis in the slice, in mm.</summary>
    public double SpacingB { get; }

    /// <summary>Area of a pixel in mm².</summary>
    public double PixelArea => SpacingA * SpacingB;

    /// <summary>Pixels along the two axes in the slice.</summary>
    public (int A, int B) Extent => (_size[_first], _size[_second]);

    /// <summary>Slice and place in it of a voxel.</summary>
    public (int Slice, int A, int B) Locate(int voxel)
    {
        Span<int> index = [voxel % _size.I, voxel / _size.I % _size.J, voxel / _size.SliceCount];
        return (index[_across], index[_first], index[_second]);
    }

    /// <summary>The linear index of the voxel at a place in a slice.</summary>
    public int IndexOf(int slice, int a, int b)
    {
        Span<int> index = [0, 0, 0];
        (index[_across], index[_first], index[_second]) = (slice, a, b);
        return _size.IndexOf(index[0], index[1], index[2]);
    }
}
