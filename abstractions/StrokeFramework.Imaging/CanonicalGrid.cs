namespace StrokeFramework.Imaging;

/// <summary>
/// How a volume's voxels are put in one order whatever the file's orientation: the first index runs towards the
/// patient's right, the second to anterior, the third across the slices to superior, each along the grid axis that is
/// nearest. Nothing is resampled, so the way back is exact. A grid with a single voxel along exactly one axis is a
/// picture and is taken across that axis.
/// </summary>
public sealed class CanonicalGrid
{
    private readonly int _start;
    private readonly int _stepI;
    private readonly int _stepJ;
    private readonly int _stepK;

    /// <summary>Finds the order for a grid.</summary>
    public CanonicalGrid(VolumeGeometry geometry)
    {
        ArgumentNullException.ThrowIfNull(geometry);
        Geometry = geometry;
        int across = SliceAxisOf(geometry);
        int first = (across + 1) % 3, second = (across + 2) % 3;
        AffineTransform map = geometry.IndexToWorld;
        // Of the axes in the slice, the first is the one nearer to left-right; in a sagittal picture, to front-back.
        int world = Math.Abs(map.Column(across).X) / map.Column(across).Length > 0.8 ? 1 : 0;
        if (Along(map, second, world) > Along(map, first, world) + 1e-9 || (Along(map, second, world) > Along(map, first, world) - 1e-9 && second < first))
            (first, second) = (second, first);

        Size = new(geometry.Size[first], geometry.Size[second], geometry.Size[across]);
        Spacing = new(geometry.Spacing[first], geometry.Spacing[second], geometry.Spacing[across]);
        SliceAxis = across;
        int[] axes = [first, second, across];
        var steps = new int[3];
        for (int n = 0; n < 3; n++)
        {
            int stride = Grid.Stride(geometry.Size, axes[n]);
            bool reversed = IsReversed(map.Column(axes[n]));
            steps[n] = reversed ? -stride : stride;
            if (reversed) _start += stride * (geometry.Size[axes[n]] - 1);
        }

        (_stepI, _stepJ, _stepK) = (steps[0], steps[1], steps[2]);
        IsIdentity = _start == 0 && _stepI == 1 && _stepJ == geometry.Size.I && _stepK == geometry.Size.SliceCount;
    }

    /// <summary>The grid as stored.</summary>
    public VolumeGeometry Geometry { get; }

    /// <summary>Voxels towards right, anterior and superior.</summary>
    public GridSize Size { get; }

    /// <summary>Spacing towards right, anterior and superior, in mm.</summary>
    public Point3 Spacing { get; }

    /// <summary>The stored axis that slices are taken across.</summary>
    public int SliceAxis { get; }

    /// <summary>True when the voxels are stored in this order already.</summary>
    public bool IsIdentity { get; }

    /// <summary>Puts stored voxels in canonical order; without copying where that is the stored order.</summary>
    /// <param name="stored">One value per voxel as stored.</param>
    public ReadOnlyMemory<T> Reorder<T>(ReadOnlyMemory<T> stored)
        where T : unmanaged
    {
        Grid.Check(stored.Length, Size, nameof(stored));
        if (IsIdentity) return stored;
        var result = new T[stored.Length];
        ReadOnlySpan<T> source = stored.Span;
        int target = 0;
        for (int k = 0; k < Size.K; k++)
        {
            for (int j = 0; j < Size.J; j++)
            {
                int v = _start + (j * _stepJ) + (k * _stepK);
                for (int i = 0; i < Size.I; i++, v += _stepI) result[target++] = source[v];
            }
        }

        return result;
    }

    /// <summary>Puts canonical voxels back in stored order; without copying where that is the same.</summary>
    /// <param name="canonical">One value per voxel, first index fastest; the caller must not write to it afterwards.</param>
    public Volume<T> Restore<T>(ReadOnlyMemory<T> canonical)
        where T : unmanaged
    {
        Grid.Check(canonical.Length, Size, nameof(canonical));
        if (IsIdentity) return new(Geometry, canonical);
        var result = new T[canonical.Length];
        ReadOnlySpan<T> source = canonical.Span;
        int from = 0;
        for (int k = 0; k < Size.K; k++)
        {
            for (int j = 0; j < Size.J; j++)
            {
                int v = _start + (j * _stepJ) + (k * _stepK);
                for (int i = 0; i < Size.I; i++, v += _stepI) result[v] = source[from++];
            }
        }

        return new(Geometry, result);
    }

    private static int SliceAxisOf(VolumeGeometry geometry)
    {
        int single = -1, count = 0;
        for (int axis = 0; axis < 3; axis++)
        {
            if (geometry.Size[axis] != 1) continue;
            single = axis;
            count++;
        }

        return count == 1 ? single : geometry.SuperiorAxis;
    }

    private static double Along(AffineTransform map, int axis, int world) => Math.Abs(map.Column(axis)[world]) / map.Column(axis).Length;

    private static bool IsReversed(Point3 column)
    {
        double x = Math.Abs(column.X), y = Math.Abs(column.Y), z = Math.Abs(column.Z);
        double along = x >= y && x >= z ? column.X : y >= z ? column.Y : column.Z;
        return along < 0;
    }
}
