using System.Numerics;

namespace StrokeFramework.Phantom;

/// <summary>An ellipsoid with its axes along the reference brain's.</summary>
internal readonly struct Ellipsoid
{
    private readonly Vector3 _center, _inverse;
    private readonly float _smallest;

    public Ellipsoid(Vector3 center, Vector3 radii)
    {
        _center = center;
        _inverse = Vector3.One / radii;
        _smallest = MathF.Min(radii.X, MathF.Min(radii.Y, radii.Z));
    }

    /// <summary>Signed distance, in mm, first order near the surface; negative inside.</summary>
    public float Distance(Vector3 p) => Distance(p, out _);

    /// <summary>The same, with the norm that is 1 on the surface.</summary>
    public float Distance(Vector3 p, out float norm)
    {
        Vector3 e = (p - _center) * _inverse, slope = e * _inverse;
        float square = Vector3.Dot(e, e), steep = Vector3.Dot(slope, slope);
        norm = MathF.Sqrt(square);
        // At the very center every direction is equal; the smallest radius is the depth there.
        return steep < 1e-10f ? -_smallest : (square - norm) / MathF.Sqrt(steep);
    }
}
