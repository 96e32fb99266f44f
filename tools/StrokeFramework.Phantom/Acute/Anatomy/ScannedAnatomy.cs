using System.Numerics;

namespace StrokeFramework.Phantom;

/// <summary>A brain from a healthy person's scan, as it is or mirrored.</summary>
internal sealed class ScannedAnatomy(TissueProbabilities tissues, PhantomRandom random) : IAnatomy
{
    private readonly float _mirror = random.Chance(0.5) ? -1 : 1;

    /// <inheritdoc/>
    public Vector4 At(Vector3 reference) => tissues.At(reference with { X = _mirror * reference.X });
}
