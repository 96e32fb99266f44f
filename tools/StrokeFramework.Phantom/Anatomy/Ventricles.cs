using System.Numerics;

namespace StrokeFramework.Phantom;

/// <summary>The ventricles of the analytic brain, left and right alike.</summary>
internal sealed class Ventricles
{
    private static readonly Vector3 Frontal = new(7, 28, 5), Body = new(10, 2, 20), Atrium = new(21, -36, 13);
    private static readonly Vector3 Occipital = new(25, -58, 6), Temporal = new(33, -16, -14);

    private readonly float _size;

    /// <summary>Makes ventricles.</summary>
    /// <param name="size">Factor on their width; 1 is a middle-aged brain.</param>
    public Ventricles(float size) => _size = size;

    /// <summary>Distance to the lateral or third ventricle, in mm, for a point with its x made positive.</summary>
    public float Distance(Vector3 p)
    {
        if (p.X > 46 || p.Y is > 42 or < -72 || p.Z is > 36 or < -26) return 10;
        float third = new Vector3(MathF.Max(0, p.X - (1.6f * _size)), MathF.Max(0, MathF.Abs(p.Y + 8) - 13), MathF.Max(0, MathF.Abs(p.Z + 1) - 9)).Length();
        float horn = Implicit.Rod(p, Frontal, Body, 3.6f * _size, 5.2f * _size);
        horn = MathF.Min(horn, Implicit.Rod(p, Body, Atrium, 5.2f * _size, 6.2f * _size));
        horn = MathF.Min(horn, Implicit.Rod(p, Atrium, Occipital, 6.0f * _size, 2.2f * _size));
        horn = MathF.Min(horn, Implicit.Rod(p, Atrium, Temporal, 5.0f * _size, 1.8f * _size));
        // A membrane, the septum pellucidum, keeps left and right apart.
        horn = MathF.Max(horn, 0.7f - p.X);
        return MathF.Min(third - 0.3f, horn);
    }

    /// <summary>Distance to the fourth ventricle, in mm.</summary>
    public float Fourth(Vector3 p) => Implicit.Ellipsoid(p - new Vector3(0, -47, -33), new(7 * _size, 5 * _size, 9));
}
