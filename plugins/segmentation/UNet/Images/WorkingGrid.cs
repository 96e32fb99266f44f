using StrokeFramework.Imaging;

namespace StrokeFramework.UNet.Images;

/// <summary>
/// The grid that the network sees: voxels towards right, anterior and superior at the network's spacing, whatever the
/// study's. It covers what the study's grid covers, so the way there and back moves nothing.
/// </summary>
internal sealed class WorkingGrid
{
    /// <summary>Within this part of the network's spacing an axis is left as it is.</summary>
    private const double Tolerance = 0.02;

    /// <summary>A head is not longer than this, in mm: what a larger grid shows is coarser.</summary>
    private const double LongestSide = 640;

    private readonly CanonicalGrid _grid;
    private readonly AxisResampler?[] _there = new AxisResampler?[3], _back = new AxisResampler?[3];

    public WorkingGrid(VolumeGeometry geometry, double spacing)
    {
        _grid = new(geometry);
        var voxels = new int[3];
        for (int axis = 0; axis < 3; axis++)
        {
            int own = _grid.Size[axis];
            voxels[axis] = own == 1 || Math.Abs((_grid.Spacing[axis] / spacing) - 1) < Tolerance ? Math.Min(own, (int)(LongestSide / spacing)) : (int)Math.Clamp(Math.Round(own * _grid.Spacing[axis] / spacing), 1, LongestSide / spacing);
            if (voxels[axis] == own) continue;
            // Linear interpolation would blur larger voxels once more, and small lesions fade.
            _there[axis] = new(own, voxels[axis], cubic: true);
            _back[axis] = new(voxels[axis], own);
        }

        Size = new(voxels[0], voxels[1], voxels[2]);
        Spacing = new(_grid.Spacing.X * _grid.Size.I / Size.I, _grid.Spacing.Y * _grid.Size.J / Size.J, _grid.Spacing.Z * _grid.Size.K / Size.K);
    }

    /// <summary>Voxels along each axis.</summary>
    public GridSize Size { get; }

    /// <summary>Distance between voxels along each axis, in mm.</summary>
    public Point3 Spacing { get; }

    /// <summary>Area of a voxel in the slice, in mm².</summary>
    public double PixelArea => Spacing.X * Spacing.Y;

    /// <summary>Brings values that are never negative from the study's grid here.</summary>
    /// <param name="stored">One per voxel as stored.</param>
    /// <param name="clean">Makes a usable number of each.</param>
    public float[] Bring<T>(ReadOnlyMemory<T> stored, Func<T, float> clean)
        where T : unmanaged
    {
        ReadOnlySpan<T> ordered = _grid.Reorder(stored).Span;
        var values = new float[ordered.Length];
        for (int v = 0; v < values.Length; v++) values[v] = clean(ordered[v]);
        values = Resample(values, _grid.Size, _there);
        // Neither signal, diffusion nor a mask falls below zero; the cubic does, beside an edge.
        if (_there.Any(r => r is { Overshoots: true }))
        {
            for (int v = 0; v < values.Length; v++) values[v] = Math.Max(0, values[v]);
        }

        return values;
    }

    /// <summary>Takes values from here back to the study's grid.</summary>
    public Volume<float> Restore(float[] values) => _grid.Restore<float>(Resample(values, Size, _back));

    private static float[] Resample(float[] values, GridSize size, AxisResampler?[] resamplers)
    {
        // What shrinks first leaves less to do for the others.
        foreach (int axis in Enumerable.Range(0, 3).OrderBy(a => resamplers[a] is { } r ? (double)r.To / r.From : 1).ToArray())
        {
            if (resamplers[axis] is not { } resampler) continue;
            values = resampler.Apply(values, size, axis);
            size = axis switch { 0 => size with { I = resampler.To }, 1 => size with { J = resampler.To }, _ => size with { K = resampler.To } };
        }

        return values;
    }
}
