using System.Numerics;

namespace StrokeFramework.FcmActiveContour.Contour;

/// <summary>
/// Moves the level-set function of a box by one time step: dphi/dt = w (mu div(g grad phi / |grad phi|) + f), where w is
/// |grad phi| or the regularized delta function of width 1. Implicit in the voxel itself, so that no step is too long for
/// the curvature; nothing flows across the border of the domain. Lengths are in voxel widths.
/// </summary>
internal sealed class LevelSetStep
{
    /// <summary>Keeps the inverse of the gradient finite.</summary>
    private const float LeastSlope = 1e-3f;

    private readonly ContourBox _box;
    private readonly float[] _edge;
    private readonly float[] _flux;
    private readonly float[] _pace;
    private readonly float[] _next;
    private readonly int _first;
    private readonly int _end;

    /// <param name="box">Domain and level-set function.</param>
    /// <param name="edge">g for each place of the box's arrays.</param>
    public LevelSetStep(ContourBox box, float[] edge)
    {
        (_box, _edge) = (box, edge);
        (_flux, _pace, _next) = (new float[edge.Length], new float[edge.Length], new float[edge.Length]);
        _first = box.IndexOf(0, 0, 0);
        _end = box.IndexOf(box.Size.I - 1, box.Size.J - 1, box.Size.K - 1) + 1;
    }

    /// <summary>Makes the step.</summary>
    /// <param name="force">f per place of the box's arrays.</param>
    /// <param name="smoothness">mu.</param>
    /// <param name="timeStep">dt.</param>
    /// <param name="bySlope">Whether w is |grad phi|.</param>
    /// <returns>How many voxels went from inside to outside or back.</returns>
    public int Run(float[] force, float smoothness, float timeStep, bool bySlope)
    {
        int count = LanesUp(_end - _first);
        for (int p = _first; p < _first + count; p += Vector<float>.Count) Slope(p, timeStep, bySlope);
        for (int p = _first; p < _first + count; p += Vector<float>.Count) Move(p, force, smoothness, timeStep);
        return Exchange();
    }

    private static int LanesUp(int count) => (count + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;

    private static Vector<float> At(float[] values, int p) => new(values, p);

    /// <summary>g / |grad phi| by central differences, and dt w.</summary>
    private void Slope(int p, float timeStep, bool bySlope)
    {
        Vector<float> phi = At(_box.Level, p);
        Vector<float> x = Difference(phi, p, 1), y = Difference(phi, p, _box.RowStride), z = Difference(phi, p, _box.StepZ);
        Vector<float> square = (x * x * _box.WeightX) + (y * y * _box.WeightY) + (z * z * _box.WeightZ);
        Vector<float> slope = Vector.SquareRoot(square + new Vector<float>(LeastSlope * LeastSlope));
        (At(_edge, p) / slope).CopyTo(_flux, p);
        Vector<float> pace = bySlope ? slope : new Vector<float>((float)(1 / Math.PI)) / (Vector<float>.One + (phi * phi));
        (timeStep * pace * At(_box.Domain, p)).CopyTo(_pace, p);
    }

    /// <summary>Half of the differences to both neighbors; a neighbor outside the domain counts as equal.</summary>
    private Vector<float> Difference(Vector<float> phi, int p, int step) =>
        0.5f * (((At(_box.Level, p + step) - phi) * At(_box.Domain, p + step)) + ((phi - At(_box.Level, p - step)) * At(_box.Domain, p - step)));

    private void Move(int p, float[] force, float smoothness, float timeStep)
    {
        Vector<float> flux = At(_flux, p), sum = Vector<float>.Zero, weights = Vector<float>.Zero;
        Add(p, 1, _box.WeightX);
        Add(p, _box.RowStride, _box.WeightY);
        if (_box.StepZ > 0) Add(p, _box.StepZ, _box.WeightZ);
        Vector<float> pace = At(_pace, p), curvature = pace * smoothness;
        Vector<float> moved = (At(_box.Level, p) + (curvature * sum) + (pace * At(force, p))) / (Vector<float>.One + (curvature * weights));
        moved.CopyTo(_next, p);

        void Add(int at, int step, float weight)
        {
            Vector<float> before = 0.5f * weight * (flux + At(_flux, at - step)) * At(_box.Domain, at - step);
            Vector<float> after = 0.5f * weight * (flux + At(_flux, at + step)) * At(_box.Domain, at + step);
            sum += (before * At(_box.Level, at - step)) + (after * At(_box.Level, at + step));
            weights += before + after;
        }
    }

    private int Exchange()
    {
        int changed = 0;
        Span<float> level = _box.Level.AsSpan(_first, _end - _first);
        ReadOnlySpan<float> next = _next.AsSpan(_first, _end - _first);
        for (int p = 0; p < level.Length; p++)
        {
            if (level[p] > 0 != next[p] > 0) changed++;
        }

        next.CopyTo(level);
        return changed;
    }
}
