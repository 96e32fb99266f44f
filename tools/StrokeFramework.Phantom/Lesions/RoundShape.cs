using System.Numerics;

namespace StrokeFramework.Phantom;

/// <summary>A hematoma's outline: nearly a ball, slightly drawn out and uneven.</summary>
internal sealed class RoundShape : LesionShape
{
    private readonly Vector3 _stretch;
    private readonly SmoothNoise _border;
    private readonly float _radius;

    /// <summary>Draws a shape.</summary>
    /// <param name="random">The stream to draw from.</param>
    /// <param name="center">Its middle, in reference mm.</param>
    /// <param name="volume">The volume aimed at, in ml.</param>
    public RoundShape(PhantomRandom random, Vector3 center, double volume)
    {
        Center = center;
        _radius = (float)Math.Cbrt(volume * 1000 * 3 / (4 * Math.PI));
        _stretch = new((float)random.Uniform(0.88, 1.12), (float)random.Uniform(0.9, 1.2), (float)random.Uniform(0.88, 1.12));
        var reach = new Vector3(Reach);
        _border = new(random, center - reach, center + reach, MathF.Max(4, 0.7f * _radius));
    }

    /// <inheritdoc/>
    public override string Name => "round";

    /// <inheritdoc/>
    public override Vector3 Center { get; }

    /// <inheritdoc/>
    public override float Reach => (1.5f * _radius) + 4;

    /// <inheritdoc/>
    public override float At(Vector3 reference) =>
        ((reference - Center) / _stretch).Length() + (0.06f * _radius * _border.At(reference).X);
}
