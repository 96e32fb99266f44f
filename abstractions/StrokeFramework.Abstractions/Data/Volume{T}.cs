namespace StrokeFramework;

/// <summary>
/// A scalar voxel grid with its place in the patient. Read-only once built, so that branches of a pipeline can share
/// it. Voxels are contiguous with index i fastest; a 2-D picture is a volume with one slice.
/// </summary>
/// <typeparam name="T">The voxel type: <see cref="float"/> for images, <see cref="byte"/> for masks and labels.</typeparam>
public sealed class Volume<T>
    where T : unmanaged
{
    /// <summary>Wraps voxels without copying; the caller must not write to them afterwards.</summary>
    /// <param name="geometry">The grid.</param>
    /// <param name="voxels">One value per voxel, index i fastest.</param>
    /// <exception cref="ArgumentException">The number of voxels is not the grid's.</exception>
    public Volume(VolumeGeometry geometry, ReadOnlyMemory<T> voxels)
    {
        ArgumentNullException.ThrowIfNull(geometry);
        if (voxels.Length != geometry.Size.Count)
            throw new ArgumentException($"A grid of {geometry.Size} holds {geometry.Size.Count} voxels, but {voxels.Length} were given.", nameof(voxels));
        Geometry = geometry;
        Voxels = voxels;
    }

    /// <summary>The grid.</summary>
    public VolumeGeometry Geometry { get; }

    /// <summary>Voxels along each axis.</summary>
    public GridSize Size => Geometry.Size;

    /// <summary>All voxels, index i fastest.</summary>
    public ReadOnlyMemory<T> Voxels { get; }

    /// <summary>All voxels as a span, index i fastest.</summary>
    public ReadOnlySpan<T> Span => Voxels.Span;

    /// <summary>One voxel.</summary>
    /// <exception cref="IndexOutOfRangeException">The index lies outside the grid.</exception>
    public T this[int i, int j, int k]
    {
        get
        {
            GridSize size = Size;
            if ((uint)i >= (uint)size.I || (uint)j >= (uint)size.J || (uint)k >= (uint)size.K)
                throw new ArgumentOutOfRangeException(nameof(i), $"Voxel ({i}, {j}, {k}) lies outside the grid of {size}.");
            return Span[size.IndexOf(i, j, k)];
        }
    }

    /// <summary>The slice of constant k, index i fastest.</summary>
    public ReadOnlyMemory<T> Slice(int k) => Voxels.Slice(k * Size.SliceCount, Size.SliceCount);
}
