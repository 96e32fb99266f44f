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
    private readonly float[] _slopeX;
    private readonly float[] _slopeY;
    private readonly float[] _slopeZ;
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
        (_slopeX, _slopeY, _slopeZ) = (new float[count], new float[count], box.StepZ > 0 ? new float[count] : []);
        (_pace, _push, _next) = (new float[count], new float[count], new float[count]);
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
        for (int p = _first; p < _first + count; p += Vector<float>.Count) Pace(p, timeStep);
        for (int p = _first; p < _first + count; p += Vector<float>.Count) Move(p, smoothness);
        return Exchange();
    }

    private static int LanesUp(int count) => (count + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;

    private static Vector<float> At(float[] values, int p) => new(values, p);

    /// <summary>Central differences, dt w and dt w f.</summary>
    private void Pace(int p, float timeStep)
    {
        Vector<float> phi = At(_box.Level, p), force = At(_model.Force, p), free = timeStep * At(_box.Free, p);
        Vector<int> outwards = Vector.GreaterThan(force, Vector<float>.Zero);
        (Vector<float> squareX, Vector<float> sideX) = Slopes(p, phi, 1, outwards, _slopeX);
        (Vector<float> squareY, Vector<float> sideY) = Slopes(p, phi, _box.RowStride, outwards, _slopeY);
        (Vector<float> squareZ, Vector<float> sideZ) = _box.StepZ > 0 ? Slopes(p, phi, _box.StepZ, outwards, _slopeZ) : default;
        if (_model.MovesBySlope)
        {
            (free * Vector.SquareRoot((_box.WeightX * squareX) + (_box.WeightY * squareY) + (_box.WeightZ * squareZ))).CopyTo(_pace, p);
            (free * Vector.SquareRoot((_box.WeightX * sideX) + (_box.WeightY * sideY) + (_box.WeightZ * sideZ)) * force).CopyTo(_push, p);
            return;
        }

        Vector<float> pace = free * new Vector<float>((float)(1 / Math.PI)) / (Vector<float>.One + (phi * phi));
        pace.CopyTo(_pace, p);
        (pace * force).CopyTo(_push, p);
    }

    /// <summary>Stores the central difference; gives its square, and the squared difference to the side that the force comes from.</summary>
    private (Vector<float> Square, Vector<float> Side) Slopes(int p, Vector<float> phi, int step, Vector<int> outwards, float[] slopes)
    {
        (Vector<float> before, Vector<float> after) = Differences(p, phi, step);
        Vector<float> central = 0.5f * (before + after);
        central.CopyTo(slopes, p);
        if (!_model.MovesBySlope) return default;
        // Upwards, the function follows its higher neighbor; downwards, its lower one.
        Vector<float> rise = Vector.Max(Vector.Max(after, -before), Vector<float>.Zero), fall = Vector.Max(Vector.Max(-after, before), Vector<float>.Zero);
        return (central * central, Square(Vector.ConditionalSelect(outwards, rise, fall)));
    }

    /// <summary>Differences from the voxel before and to the voxel after; one outside the domain counts as equal.</summary>
    private (Vector<float> Before, Vector<float> After) Differences(int p, Vector<float> phi, int step) =>
        ((phi - At(_box.Level, p - step)) * At(_box.Domain, p - step), (At(_box.Level, p + step) - phi) * At(_box.Domain, p + step));

    /// <summary>
    /// The gradient between two voxels is made of their own difference and the central ones across, so that a lesion of one
    /// or two voxels' width does not look flat in its middle.
    /// </summary>
    private void Move(int p, float smoothness)
    {
        Vector<float> phi = At(_box.Level, p), pace = At(_pace, p), curvature = pace * smoothness;
        (Vector<float> flow, Vector<float> weights) = Flow(p, phi, 1, _box.WeightX, _slopeY, _box.WeightY, _slopeZ, _box.WeightZ);
        (Vector<float> more, Vector<float> moreWeights) = Flow(p, phi, _box.RowStride, _box.WeightY, _slopeX, _box.WeightX, _slopeZ, _box.WeightZ);
        (flow, weights) = (flow + more, weights + moreWeights);
        if (_box.StepZ > 0)
        {
            (more, moreWeights) = Flow(p, phi, _box.StepZ, _box.WeightZ, _slopeX, _box.WeightX, _slopeY, _box.WeightY);
            (flow, weights) = (flow + more, weights + moreWeights);
        }

        Vector<float> moved = phi + (((curvature * flow) + At(_push, p)) / (Vector<float>.One + (curvature * weights))), reach = new(_model.Reach);
        Vector.Min(Vector.Max(moved, -reach), reach).CopyTo(_next, p);
    }

    /// <summary>What flows in along an axis, and the weight of the voxel itself in it.</summary>
    private (Vector<float> Flow, Vector<float> Weights) Flow(int p, Vector<float> phi, int step, float weight, float[] across, float acrossWeight, float[] other, float otherWeight)
    {
        (Vector<float> before, Vector<float> after) = Differences(p, phi, step);
        Vector<float> into = Weight(p - step, p, before), outOf = Weight(p, p + step, after);
        into *= At(_box.Domain, p - step);
        outOf *= At(_box.Domain, p + step);
        return ((outOf * after) - (into * before), into + outOf);

        Vector<float> Weight(int from, int to, Vector<float> own)
        {
            Vector<float> square = (own * own * weight) + (Square(0.5f * (At(across, from) + At(across, to))) * acrossWeight) + new Vector<float>(LeastSlope * LeastSlope);
            if (other.Length > 0) square += Square(0.5f * (At(other, from) + At(other, to))) * otherWeight;
            return 0.5f * weight * (At(_model.Edge, from) + At(_model.Edge, to)) / Vector.SquareRoot(square);
        }
    }

    private static Vector<float> Square(Vector<float> value) => value * value;

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
