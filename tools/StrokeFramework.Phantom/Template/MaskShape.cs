using System.Numerics;

namespace StrokeFramework.Phantom;

/// <summary>A real lesion's outline in its own place, shifted and scaled a little and mirrored half of the time.</summary>
internal sealed class MaskShape : LesionShape
{
    private readonly MaskField _field;
    private readonly Vector3 _shift;
    private readonly float _mirror, _scale;

    public MaskShape(MaskField field, PhantomRandom random)
        : this(field, random, new(0.9, 1.15), 2.5f)
    {
    }

    /// <summary>Draws how the mask is put.</summary>
    /// <param name="field">The mask.</param>
    /// <param name="random">The stream to draw from.</param>
    /// <param name="scale">Range of its scale.</param>
    /// <param name="shift">Standard deviation of its shift along each axis, in mm.</param>
    public MaskShape(MaskField field, PhantomRandom random, ParameterRange scale, float shift)
    {
        _field = field;
        _mirror = random.Chance(0.5) ? -1 : 1;
        _scale = (float)random.Uniform(scale);
        _shift = shift * new Vector3((float)random.Normal(), (float)random.Normal(), (float)random.Normal());
    }

    /// <inheritdoc/>
    public override string Name => "mask:" + _field.Name;

    /// <inheritdoc/>
    public override Vector3 Center => Mirror(_field.Center) + _shift;

    /// <inheritdoc/>
    public override float Reach => (_field.Reach * _scale) + 2;

    /// <inheritdoc/>
    public override float? FixedLevel => _field.Radius;

    /// <inheritdoc/>
    public override float At(Vector3 reference)
    {
        // Scaled about its own center, so that it stays where it was found.
        Vector3 p = ((reference - Center) / _scale) + Mirror(_field.Center);
        return (_scale * _field.At(Mirror(p))) + _field.Radius;
    }

    private Vector3 Mirror(Vector3 p) => p with { X = _mirror * p.X };
}
