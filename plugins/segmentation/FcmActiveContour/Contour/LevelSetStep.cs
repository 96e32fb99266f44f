using System.Numerics;

namespace StrokeFramework.FcmActiveContour.Contour;

/// <summary>
/// Moves the level-set function of a box by one time step: dphi/dt = w (mu div(g grad phi / |grad phi|) + f), where w is
/// |grad phi| or the regularized delta function of width 1. Implicit in the voxel itself, so that no step is too long for
/// the curvature, as in Getreuer (2012, <see href="https://doi.org/10.5201/ipol.2012.g-cv"/>); the force takes |grad phi|
/// from the side that it comes from (Osher &amp; Sethian 1988, <see href="https://doi.org/10.1016/0021-9991(88)90002-2"/>).
/// Nothing flows across the border of the domain. Lengths are in voxel widths.
/// </summary>
internal sealed class LevelSetStep
{
    /// <summary>Keeps the inverse of the gradient finite.</summary>
    private const float LeastSlope = 1e-3f;

    private readonly ContourBox _box;
    private readonly ContourModel _model;
    private readonly float[] _flux;
    private readonly float[] _pace;
    private readonly float[] _push;
    private readonly float[] _next;
    private readonly int _first;
    private readonly int _end;

    /// <param name="box">Domain and level-set function.</param>
    /// <param name="model">What drives it.</param>
    public LevelSetStep(ContourBox box, ContourModel model)
    {
        (_box, _model) = (box, model);
        int count = box.Level.Length;
        (_flux, _pace, _push, _next) = (new float[count], new float[count], new float[count], new float[count]);
        for (int p = 0; p < count; p++) box.Level[p] = Math.Clamp(box.Level[p], -model.Reach, model.Reach);
        _first = box.IndexOf(0, 0, 0);
        _end = box.IndexOf(box.Size.I - 1, box.Size.J - 1, box.Size.K - 1) + 1;
    }

    /// <summary>Makes the step.</summary>
    /// <param name="smoothness">mu.</param>
    /// <param name="timeStep">dt.</param>
    /// <returns>How many voxels went from inside to outside or back.</returns>
    public int Run(float smoothness, float timeStep)
    {
        int count = LanesUp(_end - _first);
        for (int p = _first; p < _first + count; p += Vector<float>.Count) Slope(p, timeStep);
        for (int p = _first; p < _first + count; p += Vector<float>.Count) Move(p, smoothness);
        return Exchange();
    }

    private static int LanesUp(int count) => (count + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;

    private static Vector<float> At(float[] values, int p) => new(values, p);

    /// <summary>g / |grad phi| by central differences, dt w, and dt w f.</summary>
    private void Slope(int p, float timeStep)
    {
        Vector<float> phi = At(_box.Level, p), force = At(_model.Force, p), square = Vector<float>.Zero, upwind = Vector<float>.Zero;
        Vector<int> outwards = Vector.GreaterThan(force, Vector<float>.Zero);
        Add(1, _box.WeightX);
        Add(_box.RowStride, _box.WeightY);
        if (_box.StepZ > 0) Add(_box.StepZ, _box.WeightZ);
        Vector<float> slope = Vector.SquareRoot(square + new Vector<float>(LeastSlope * LeastSlope));
        (At(_model.Edge, p) / slope).CopyTo(_flux, p);
        Vector<float> delta = new Vector<float>((float)(1 / Math.PI)) / (Vector<float>.One + (phi * phi)), free = timeStep * At(_box.Free, p);
        (free * (_model.MovesBySlope ? slope : delta)).CopyTo(_pace, p);
        (free * (_model.MovesBySlope ? Vector.SquareRoot(upwind) : delta) * force).CopyTo(_push, p);

        // A neighbor outside the domain counts as equal.
        void Add(int step, float weight)
        {
            Vector<float> after = (At(_box.Level, p + step) - phi) * At(_box.Domain, p + step), before = (phi - At(_box.Level, p - step)) * At(_box.Domain, p - step);
            Vector<float> central = 0.5f * (after + before);
            square += weight * central * central;
            if (!_model.MovesBySlope) return;
            // Upwards, the function follows its higher neighbors; downwards, its lower ones.
            Vector<float> rise = Vector.Max(Vector.Max(after, -before), Vector<float>.Zero), fall = Vector.Max(Vector.Max(-after, before), Vector<float>.Zero);
            Vector<float> side = Vector.ConditionalSelect(outwards, rise, fall);
            upwind += weight * side * side;
        }
    }

    private void Move(int p, float smoothness)
    {
        Vector<float> flux = At(_flux, p), sum = Vector<float>.Zero, weights = Vector<float>.Zero;
        Add(p, 1, _box.WeightX);
        Add(p, _box.RowStride, _box.WeightY);
        if (_box.StepZ > 0) Add(p, _box.StepZ, _box.WeightZ);
        Vector<float> pace = At(_pace, p), curvature = pace * smoothness;
        Vector<float> moved = (At(_box.Level, p) + (curvature * sum) + At(_push, p)) / (Vector<float>.One + (curvature * weights)), reach = new(_model.Reach);
        Vector.Min(Vector.Max(moved, -reach), reach).CopyTo(_next, p);

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
