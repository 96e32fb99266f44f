using System.Numerics;

namespace StrokeFramework.Phantom;

/// <summary>
/// An infarct's outline: a wedge that widens from the deep white matter towards the cortex, with an irregular border, kept
/// to its own hemisphere.
/// </summary>
internal sealed class TerritoryShape : LesionShape
{
    private readonly Vector3 _axis, _across;
    private readonly SmoothNoise _border, _fringe;
    private readonly float _radius, _flatten, _side, _taper;

    /// <summary>Draws a shape.</summary>
    /// <param name="random">The stream to draw from.</param>
    /// <param name="center">Its middle, in reference mm.</param>
    /// <param name="volume">The volume aimed at, in ml.</param>
    public TerritoryShape(PhantomRandom random, Vector3 center, double volume)
    {
        Center = center;
        // Sulci and the midline take part of the ball, so the ball is made larger than the target.
        _radius = (float)Math.Cbrt(1.6 * volume * 1000 * 3 / (4 * Math.PI));
        _side = MathF.Abs(center.X) < 3 ? 0 : MathF.Sign(center.X);
        var hub = new Vector3(_side * 16, -12, 14);
        Vector3 outward = center - hub;
        _axis = outward.Length() < 5 ? Vector3.Normalize(new(_side + 0.1f, 0.3f, 0)) : Vector3.Normalize(outward);
        _across = Vector3.Normalize(Vector3.Cross(_axis, new(0.3f, 0.2f, 1)));
        _taper = (float)random.Uniform(0.15, 0.45);
        _flatten = (float)random.Uniform(0.75, 1.25);
        var reach = new Vector3(Reach);
        _border = new(random, center - reach, center + reach, MathF.Max(4, 0.55f * _radius));
        _fringe = new(random, center - reach, center + reach, MathF.Max(2.5f, 0.2f * _radius));
    }

    /// <inheritdoc/>
    public override string Name => "territory";

    /// <inheritdoc/>
    public override Vector3 Center { get; }

    /// <inheritdoc/>
    public override float Reach => (1.9f * _radius) + 4;

    /// <inheritdoc/>
    public override float At(Vector3 reference)
    {
        Vector3 p = reference - Center;
        float along = Vector3.Dot(p, _axis);
        float width = Math.Clamp(1 + (_taper * along / _radius), 0.45f, 1.6f);
        float u = Vector3.Dot(p, _across) / (width * _flatten);
        Vector3 third = Vector3.Cross(_axis, _across);
        float w = Vector3.Dot(p, third) * _flatten / width;
        float field = new Vector3(along, u, w).Length();
        // Far from any outline the fine border does not matter.
        field += 0.16f * _radius * _border.At(reference).X;
        if (field < 1.6f * _radius) field += 0.055f * _radius * _fringe.At(reference).X;
        // Infarcts do not cross the midline.
        float crossing = 2 - (_side * reference.X);
        return _side != 0 && crossing > 0 ? field + (4 * crossing) : field;
    }
}
