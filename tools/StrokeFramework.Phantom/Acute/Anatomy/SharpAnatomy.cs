using System.Numerics;

namespace StrokeFramework.Phantom;

/// <summary>A brain from one sharp T1-weighted image: dark is CSF, bright is white matter, with soft limits that differ between subjects.</summary>
internal sealed class SharpAnatomy : IAnatomy
{
    // Limits on the image's own scale of intensity, where grey matter has its mode near 84 and white matter near 110.
    private const double CsfLimit = 66, WhiteLimit = 99;
    private const float WhiteSoftness = 3, Unevenness = 1.2f, UnevennessCell = 24;

    private readonly SharpBrain _brain;
    private readonly SmoothNoise _uneven;
    private readonly float _mirror, _csfLimit, _csfSoftness, _whiteLimit;

    public SharpAnatomy(SharpBrain brain, PhantomRandom random)
    {
        _brain = brain;
        _mirror = random.Chance(0.5) ? -1 : 1;
        _csfLimit = (float)(CsfLimit + random.Uniform(-8, 7));
        _csfSoftness = (float)random.Uniform(3.5, 6);
        _whiteLimit = (float)(WhiteLimit + random.Uniform(-3, 3));
        _uneven = new(random.Fork(1), new(-90, -125, -75), new(90, 95, 100), UnevennessCell);
    }

    /// <inheritdoc/>
    public Vector4 At(Vector3 reference)
    {
        float intensity = _brain.At(reference with { X = _mirror * reference.X }, out float inside);
        if (inside < 0.02f) return Vector4.Zero;
        intensity += Unevenness * _uneven.At(reference).X;
        float csf = inside / (1 + MathF.Exp((intensity - _csfLimit) / _csfSoftness));
        float white = (inside - csf) / (1 + MathF.Exp((_whiteLimit - intensity) / WhiteSoftness));
        return new(inside - csf - white, white, csf, 0);
    }
}
