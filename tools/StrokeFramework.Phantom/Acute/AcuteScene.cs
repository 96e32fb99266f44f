using System.Numerics;

namespace StrokeFramework.Phantom;

/// <summary>One brain on the grid while a training volume is made of it: its tissues, and which voxels hold any.</summary>
internal sealed class AcuteScene
{
    // Voxels with less brain than this count as outside.
    private const float Least = 0.02f;

    private readonly AcuteWorkspace _memory;
    private readonly Vector3 _step;
    private readonly int _count;

    /// <summary>Samples a brain.</summary>
    public AcuteScene(IAnatomy anatomy, AnatomyFrame frame, VolumeGeometry geometry, AcuteWorkspace memory)
    {
        _memory = memory;
        Point3 spacing = geometry.Spacing;
        _step = new((float)spacing.X, (float)spacing.Y, (float)spacing.Z);
        Maps = new(geometry, frame, memory.Grey, memory.White, memory.Csf, memory.Scalp);
        TissueRasterizer.AddMiddles(anatomy, Maps);
        for (int v = 0; v < memory.Voxels; v++)
        {
            if (Brain(v) > Least) memory.Brain[_count++] = v;
        }
    }

    /// <summary>The tissue fractions.</summary>
    public TissueMaps Maps { get; }

    /// <summary>The grid.</summary>
    public GridSize Size => Maps.Geometry.Size;

    /// <summary>Distance between voxel centers along i, j and k, in mm.</summary>
    public Vector3 Step => _step;

    /// <summary>Indices of the voxels that hold brain or CSF, in order.</summary>
    public ReadOnlySpan<int> Voxels => _memory.Brain.AsSpan(0, _count);

    /// <summary>The fraction of a voxel that is brain or CSF.</summary>
    public float Brain(int v) => Maps.Grey[v] + Maps.White[v] + Maps.Csf[v];

    /// <summary>Where a voxel lies from the grid's first corner, in mm along i, j and k.</summary>
    public Vector3 Place(int v)
    {
        (int rows, int i) = Math.DivRem(v, Size.I);
        (int k, int j) = Math.DivRem(rows, Size.J);
        return new Vector3(i, j, k) * _step;
    }

    /// <summary>Smooth random fields over the grid, to be looked up by <see cref="Place"/>.</summary>
    public SmoothNoise Noise(PhantomRandom random, float cell) => new(random, Vector3.Zero, new Vector3(Size.I, Size.J, Size.K) * _step, cell);

    /// <summary>The box of voxels within so many mm of a place along each axis, cut to the grid.</summary>
    public VoxelBox Around(Vector3 place, Vector3 reach)
    {
        (int i0, int i1) = Range(place.X, reach.X, _step.X, Size.I);
        (int j0, int j1) = Range(place.Y, reach.Y, _step.Y, Size.J);
        (int k0, int k1) = Range(place.Z, reach.Z, _step.Z, Size.K);
        return new(i0, j0, k0, i1, j1, k1);
    }

    private static (int Low, int High) Range(float place, float reach, float step, int count)
    {
        int low = Math.Clamp((int)MathF.Floor((place - reach) / step), 0, count);
        return (low, Math.Clamp((int)MathF.Ceiling((place + reach) / step) + 1, low, count));
    }
}
