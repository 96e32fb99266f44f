using System.Numerics;

namespace StrokeFramework.Phantom;

/// <summary>
/// Four independent smooth random fields in space, of about unit variance: normal numbers on a coarse lattice, blended
/// without visible cells. Outside its box a field keeps the value at the border.
/// </summary>
public sealed class SmoothNoise
{
    // Blending eight lattice values lowers the variance; this restores it on average.
    private const float Restore = 1.6f;

    private readonly Vector4[] _lattice;
    private readonly Vector3 _origin, _last;
    private readonly float _inverseCell;
    private readonly int _stepJ, _stepK;

    /// <summary>Draws the fields.</summary>
    /// <param name="random">The stream to draw from.</param>
    /// <param name="low">Low corner of the box, in mm.</param>
    /// <param name="high">High corner of the box, in mm.</param>
    /// <param name="cell">Distance between lattice points, in mm: the size of the blobs.</param>
    public SmoothNoise(PhantomRandom random, Vector3 low, Vector3 high, float cell)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(cell);
        _origin = low;
        _inverseCell = 1 / cell;
        int ni = Cells(high.X - low.X, cell), nj = Cells(high.Y - low.Y, cell), nk = Cells(high.Z - low.Z, cell);
        (_stepJ, _stepK) = (ni, ni * nj);
        _last = new Vector3(ni - 1.001f, nj - 1.001f, nk - 1.001f);
        _lattice = new Vector4[ni * nj * nk];
        for (int p = 0; p < _lattice.Length; p++)
            _lattice[p] = Restore * new Vector4((float)random.Normal(), (float)random.Normal(), (float)random.Normal(), (float)random.Normal());
    }

    /// <summary>The four fields at a point in mm.</summary>
    public Vector4 At(Vector3 point)
    {
        Vector3 index = Vector3.Clamp((point - _origin) * _inverseCell, Vector3.Zero, _last);
        int i = (int)index.X, j = (int)index.Y, k = (int)index.Z;
        Vector3 t = index - new Vector3(i, j, k);
        t = t * t * (new Vector3(3) - (2 * t));
        int p = i + (_stepJ * j) + (_stepK * k);
        ReadOnlySpan<Vector4> lattice = _lattice;
        Vector4 near = Blend(lattice, p, t), far = Blend(lattice, p + _stepK, t);
        return near + ((far - near) * t.Z);
    }

    private Vector4 Blend(ReadOnlySpan<Vector4> lattice, int p, Vector3 t)
    {
        Vector4 a = lattice[p], b = lattice[p + _stepJ];
        a += (lattice[p + 1] - a) * t.X;
        b += (lattice[p + _stepJ + 1] - b) * t.X;
        return a + ((b - a) * t.Y);
    }

    private static int Cells(float length, float cell) => Math.Max(2, (int)MathF.Ceiling(length / cell) + 2);
}
