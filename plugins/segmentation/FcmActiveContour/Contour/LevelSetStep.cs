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

    /// <summary>dt w and dt w f.</summary>
    private void Pace(int p, float timeStep)
    {
        Vector<float> phi = At(_box.Level, p), force = At(_model.Force, p), free = timeStep * At(_box.Free, p);
        if (!_model.MovesBySlope)
        {
            Vector<float> pace = free * new Vector<float>((float)(1 / Math.PI)) / (Vector<float>.One + (phi * phi));
            pace.CopyTo(_pace, p);
            (pace * force).CopyTo(_push, p);
            return;
        }

        Vector<int> outwards = Vector.GreaterThan(force, Vector<float>.Zero);
        (Vector<float> centralX, Vector<float> sideX) = Slopes(p, phi, 1, outwards);
        (Vector<float> centralY, Vector<float> sideY) = Slopes(p, phi, _box.RowStride, outwards);
        (Vector<float> centralZ, Vector<float> sideZ) = Slopes(p, phi, _box.StepZ, outwards);
        (free * Vector.SquareRoot((_box.WeightX * centralX) + (_box.WeightY * centralY) + (_box.WeightZ * centralZ))).CopyTo(_pace, p);
        (free * Vector.SquareRoot((_box.WeightX * sideX) + (_box.WeightY * sideY) + (_box.WeightZ * sideZ)) * force).CopyTo(_push, p);
    }

    /// <summary>The squared central difference, and the squared difference to the side that the force comes from.</summary>
    private (Vector<float> Central, Vector<float> Side) Slopes(int p, Vector<float> phi, int step, Vector<int> outwards)
    {
        (Vector<float> before, Vector<float> after) = Differences(p, phi, step);
        // Upwards, the function follows its higher neighbor; downwards, its lower one.
        Vector<float> rise = Vector.Max(Vector.Max(after, -before), Vector<float>.Zero), fall = Vector.Max(Vector.Max(-after, before), Vector<float>.Zero);
        Vector<float> side = Vector.ConditionalSelect(outwards, rise, fall), central = 0.5f * (before + after);
        return (central * central, side * side);
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
        Vector<float> phi = At(_box.Level, p), edge = At(_model.Edge, p), pace = At(_pace, p), curvature = pace * smoothness;
        (Vector<float> west, Vector<float> east) = Differences(p, phi, 1);
        (Vector<float> south, Vector<float> north) = Differences(p, phi, _box.RowStride);
        Vector<float> x = Square(0.5f * (west + east)) * _box.WeightX, y = Square(0.5f * (south + north)) * _box.WeightY, z = Vector<float>.Zero;
        Vector<float> below = z, above = z;
        if (_box.StepZ > 0)
        {
            (below, above) = Differences(p, phi, _box.StepZ);
            z = Square(0.5f * (below + above)) * _box.WeightZ;
        }

        Vector<float> least = new(LeastSlope * LeastSlope);
        Vector<float> across = y + z + least;
        Vector<float> westward = Weight(west, -1, _box.WeightX, across), eastward = Weight(east, 1, _box.WeightX, across);
        across = x + z + least;
        Vector<float> southward = Weight(south, -_box.RowStride, _box.WeightY, across), northward = Weight(north, _box.RowStride, _box.WeightY, across);
        // Differences across the domain's border are 0, and so is what flows there; their weights must not hold the voxel back.
        Vector<float> flow = ((eastward * east) - (westward * west)) + ((northward * north) - (southward * south)), weights = (westward + eastward) + (southward + northward);
        if (_box.StepZ > 0)
        {
            across = x + y + least;
            Vector<float> downward = Weight(below, -_box.StepZ, _box.WeightZ, across), upward = Weight(above, _box.StepZ, _box.WeightZ, across);
            flow += (upward * above) - (downward * below);
            weights += downward + upward;
        }

        Vector<float> moved = phi + (((curvature * flow) + At(_push, p)) / (Vector<float>.One + (curvature * weights))), reach = new(_model.Reach);
        Vector.Min(Vector.Max(moved, -reach), reach).CopyTo(_next, p);

        Vector<float> Weight(Vector<float> difference, int step, float weight, Vector<float> rest) =>
            0.5f * weight * (edge + At(_model.Edge, p + step)) * At(_box.Domain, p + step) / Vector.SquareRoot((difference * difference * weight) + rest);
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
