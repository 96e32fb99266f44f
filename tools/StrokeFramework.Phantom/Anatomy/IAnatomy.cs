using System.Numerics;

namespace StrokeFramework.Phantom;

/// <summary>One subject's brain in the reference frame. Implementations are read-only once made.</summary>
public interface IAnatomy
{
    /// <summary>The tissue at a place in the reference brain.</summary>
    /// <param name="reference">The place, in mm.</param>
    /// <returns>The fractions of grey matter, white matter, CSF and scalp (X, Y, Z, W), summing to at most 1.</returns>
    Vector4 At(Vector3 reference);
}
