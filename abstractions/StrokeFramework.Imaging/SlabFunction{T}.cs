namespace StrokeFramework.Imaging;

/// <summary>Works on one slice, or on the whole volume, and fills in the result.</summary>
/// <typeparam name="T">The result's voxel type.</typeparam>
/// <param name="slab">The images.</param>
/// <param name="result">As many voxels as the slab has, all 0 at first.</param>
public delegate void SlabFunction<T>(StudySlab slab, Span<T> result)
    where T : unmanaged;
