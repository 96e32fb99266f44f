using System.Numerics;

namespace StrokeFramework.Phantom;

/// <summary>Tissue probability maps on one grid, interleaved for looking up all three at once.</summary>
internal sealed class TissueProbabilities
{
    private readonly Vector4[] _voxels;
    private readonly Matrix4x4 _toIndex;
    private readonly Vector3 _last;
    private readonly GridSize _size;

    public TissueProbabilities(Volume<float> grey, Volume<float> white, Volume<float> csf)
    {
        _size = grey.Size;
        _toIndex = ReferenceIndex.Of(grey.Geometry);
        _last = new(_size.I - 1.001f, _size.J - 1.001f, _size.K - 1.001f);
        _voxels = new Vector4[_size.Count];
        float most = 0;
        for (int v = 0; v < _voxels.Length; v++)
        {
            _voxels[v] = new(grey.Span[v], white.Span[v], csf.Span[v], 0);
            most = MathF.Max(most, _voxels[v].X + _voxels[v].Y + _voxels[v].Z);
        }

        // Maps come as probabilities, percentages or bytes: the largest sum is certainty.
        for (int v = 0; v < _voxels.Length; v++) _voxels[v] /= most;
    }

    /// <summary>The probabilities (grey, white, CSF) at a place in reference mm; zero outside the maps.</summary>
    public Vector4 At(Vector3 reference)
    {
        Vector3 index = Vector3.Transform(reference, _toIndex);
        if (index != Vector3.Clamp(index, Vector3.Zero, _last)) return Vector4.Zero;
        int i = (int)index.X, j = (int)index.Y, k = (int)index.Z;
        int p = _size.IndexOf(i, j, k), slice = _size.SliceCount;
        float x = index.X - i, y = index.Y - j, z = index.Z - k;
        Vector4 near = Blend(p, x, y), far = Blend(p + slice, x, y);
        return near + ((far - near) * z);
    }

    private Vector4 Blend(int p, float x, float y)
    {
        Vector4 a = _voxels[p] + ((_voxels[p + 1] - _voxels[p]) * x);
        Vector4 b = _voxels[p + _size.I] + ((_voxels[p + _size.I + 1] - _voxels[p + _size.I]) * x);
        return a + ((b - a) * y);
    }
}
