using System.Numerics;

namespace StrokeFramework.Phantom;

/// <summary>
/// A subject's head in the scanner: maps world millimeters to the reference brain (MNI-like: RAS+ mm about the anterior
/// commissure) by a turn, a stretch, a shift and a smooth warp. Both anatomies and real lesion masks live in the reference.
/// </summary>
public sealed class AnatomyFrame
{
    private static readonly Vector3 ReferenceCenter = new(0, -18, 12);
    private static readonly Vector3 WarpLow = new(-120, -150, -110), WarpHigh = new(120, 120, 130);

    private readonly Matrix4x4 _toReference, _toWorld;
    private readonly SmoothNoise _warp;
    private readonly SmoothNoise? _fineWarp;
    private readonly float _amplitude, _fineAmplitude;

    /// <summary>Draws a subject's frame.</summary>
    /// <param name="random">The stream to draw from.</param>
    /// <param name="center">The world position of the middle of the grid, in mm.</param>
    public AnatomyFrame(PhantomRandom random, Point3 center)
    {
        ArgumentNullException.ThrowIfNull(random);
        const double Degree = Math.PI / 180;
        var stretch = new Vector3(
            (float)random.Normal(1, 0.03), (float)random.Normal(1, 0.03), (float)random.Normal(1, 0.02));
        Matrix4x4 turn = Matrix4x4.CreateFromYawPitchRoll(
            (float)(random.Normal(0, 2) * Degree), (float)(random.Normal(0, 4) * Degree), (float)(random.Normal(0, 3) * Degree));
        var shift = new Vector3((float)random.Normal(0, 2), (float)random.Normal(0, 3), (float)random.Normal(0, 3));
        var middle = new Vector3((float)center.X, (float)center.Y, (float)center.Z);
        _toReference = Matrix4x4.CreateTranslation(-middle - shift) * turn * Matrix4x4.CreateScale(stretch)
            * Matrix4x4.CreateTranslation(ReferenceCenter);
        _ = Matrix4x4.Invert(_toReference, out _toWorld);
        _warp = new(random, WarpLow, WarpHigh, 45);
        _amplitude = (float)random.Uniform(0.8, 2);
    }

    /// <summary>Draws a subject's frame with a chosen spread of heads and a second, finer warp.</summary>
    /// <param name="random">The stream to draw from.</param>
    /// <param name="center">The world position of the middle of the grid, in mm.</param>
    /// <param name="variation">How much heads differ.</param>
    public AnatomyFrame(PhantomRandom random, Point3 center, FrameVariation variation)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentNullException.ThrowIfNull(variation);
        const double Degree = Math.PI / 180;
        var middle = new Vector3((float)center.X, (float)center.Y, (float)center.Z);
        Matrix4x4 linear = Matrix4x4.CreateFromYawPitchRoll(Turn(variation.Turn.Y), Turn(variation.Turn.X), Turn(variation.Turn.Z));
        for (int row = 0; row < 3; row++)
        {
            for (int column = 0; column < 3; column++) linear[row, column] += (float)random.Normal(0, variation.Shear);
        }

        double size = random.Uniform(variation.Size);
        // A larger head needs more world millimeters for the same reference.
        linear *= Matrix4x4.CreateScale(Shrink(), Shrink(), Shrink());
        _toReference = Matrix4x4.CreateTranslation(-middle) * linear
            * Matrix4x4.CreateTranslation(ReferenceCenter + new Vector3(Draw(variation.Shift.X), Draw(variation.Shift.Y), Draw(variation.Shift.Z)));
        _ = Matrix4x4.Invert(_toReference, out _toWorld);
        _warp = new(random, WarpLow, WarpHigh, (float)variation.CoarseWarpCell);
        _fineWarp = new(random, WarpLow, WarpHigh, (float)variation.FineWarpCell);
        (_amplitude, _fineAmplitude) = ((float)random.Uniform(variation.CoarseWarp), (float)random.Uniform(variation.FineWarp));

        float Turn(double deviation) => Draw(deviation * Degree);
        float Draw(double deviation) => (float)random.Normal(0, deviation);
        float Shrink() => (float)(1 / (size * random.Uniform(variation.Stretch)));
    }

    /// <summary>A world point before the warp: what a row of voxels may step through in equal steps.</summary>
    public Vector3 ToUnwarped(Vector3 world) => Vector3.Transform(world, _toReference);

    /// <summary>Applies the warp to a point from <see cref="ToUnwarped"/>.</summary>
    public Vector3 Warp(Vector3 unwarped)
    {
        Vector4 noise = _warp.At(unwarped);
        noise *= _amplitude;
        if (_fineWarp is not null) noise += _fineAmplitude * _fineWarp.At(unwarped);
        return unwarped + new Vector3(noise.X, noise.Y, noise.Z);
    }

    /// <summary>Where a world point lies in the reference brain, in mm.</summary>
    public Vector3 ToReference(Vector3 world) => Warp(ToUnwarped(world));

    /// <summary>The world point of a place in the reference brain, in mm, to about 0.1 mm.</summary>
    public Vector3 ToWorld(Vector3 reference)
    {
        Vector3 unwarped = reference;
        for (int round = 0; round < 8; round++) unwarped += reference - Warp(unwarped);
        return Vector3.Transform(unwarped, _toWorld);
    }
}
