using System.Numerics;

namespace StrokeFramework.Phantom;

/// <summary>
/// A brain from tissue probability maps. Averages over many people are blurred: each subject's tissues compete, pushed by
/// random fields as fine as gyri, and the winner is sharpened.
/// </summary>
internal sealed class TemplateAnatomy : IAnatomy
{
    private readonly TissueProbabilities _tissues;
    private readonly SmoothNoise _coarse, _fine;
    private readonly float _mirror, _atrophy;

    public TemplateAnatomy(TissueProbabilities tissues, PhantomRandom random)
    {
        _tissues = tissues;
        var low = new Vector3(-90, -125, -75);
        var high = new Vector3(90, 95, 100);
        _coarse = new(random.Fork(1), low, high, 9);
        _fine = new(random.Fork(2), low, high, 4.5f);
        _mirror = random.Chance(0.5) ? -1 : 1;
        _atrophy = (float)random.Uniform(-0.25, 0.35);
    }

    /// <inheritdoc/>
    public Vector4 At(Vector3 reference)
    {
        Vector4 p = _tissues.At(reference with { X = _mirror * reference.X });
        float total = p.X + p.Y + p.Z;
        if (total < 0.05f) return Vector4.Zero;
        Vector4 push = (0.35f * _coarse.At(reference)) + (0.4f * _fine.At(reference));
        push.Z += _atrophy;
        p *= p;
        float grey = p.X * MathF.Exp(push.X), white = p.Y * MathF.Exp(push.Y), csf = p.Z * MathF.Exp(push.Z);
        // A second squaring sharpens what the fields have pushed.
        (grey, white, csf) = (grey * grey, white * white, csf * csf);
        float inside = Implicit.Cover(0.45f - total, 0.3f) / MathF.Max(grey + white + csf, 1e-9f);
        return new(grey * inside, white * inside, csf * inside, 0);
    }
}
