using System.Numerics;

namespace StrokeFramework.Phantom;

/// <summary>Signed distances to simple bodies, in mm: negative inside. First order near the surface.</summary>
internal static class Implicit
{
    /// <summary>Distance to a rod with round ends whose radius changes along it.</summary>
    public static float Rod(Vector3 p, Vector3 a, Vector3 b, float radiusA, float radiusB)
    {
        Vector3 axis = b - a, q = p - a;
        float t = Math.Clamp(Vector3.Dot(q, axis) / axis.LengthSquared(), 0, 1);
        return (q - (t * axis)).Length() - (radiusA + (t * (radiusB - radiusA)));
    }

    /// <summary>1 inside, 0 outside and a straight ramp of the given width at the surface.</summary>
    public static float Cover(float distance, float width) => Math.Clamp(0.5f - (distance / width), 0, 1);
}
