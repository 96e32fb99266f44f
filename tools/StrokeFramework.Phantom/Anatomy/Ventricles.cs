using System.Numerics;

namespace StrokeFramework.Phantom;

/// <summary>The ventricles of the analytic brain, left and right alike.</summary>
internal sealed class Ventricles
{
    private static readonly Vector3 Frontal = new(7, 28, 5), Body = new(10, 2, 20), Atrium = new(21, -36, 13);
    private static readonly Vector3 Occipital = new(25, -58, 6), Temporal = new(33, -16, -14);

    private readonly float _size;
    private readonly Ellipsoid _third, _fourth;

    /// <summary>Makes ventricles.</summary>
    /// <param name="size">Factor on their width; 1 is a middle-aged brain.</param>
    public Ventricles(float size)
    {
        _size = size;
        _third = new(new(0, -8, -1), new(2.2f * size, 15, 11));
        _fourth = new(new(0, -47, -33), new(7 * size, 5 * size, 9));
    }

    /// <summary>Distance to the lateral or third ventricle, in mm, for a point with its x made positive.</summary>
    public float Distance(Vector3 p)
    {
        if (p.X > 44 || p.Y is > 36 or < -68 || p.Z is > 32 or < -22) return 10;
        float third = p.X < 8 ? _third.Distance(p) : 10;
        float horn = Implicit.Rod(p, Frontal, Body, 3.6f * _size, 5.2f * _size);
        horn = MathF.Min(horn, Implicit.Rod(p, Body, Atrium, 5.2f * _size, 6.2f * _size));
        horn = MathF.Min(horn, Implicit.Rod(p, Atrium, Occipital, 6.0f * _size, 2.2f * _size));
        horn = MathF.Min(horn, Implicit.Rod(p, Atrium, Temporal, 5.0f * _size, 1.8f * _size));
        // A membrane, the septum pellucidum, keeps left and right apart.
        horn = MathF.Max(horn, 0.7f - p.X);
        return MathF.Min(third, horn);
    }

    /// <summary>Distance to the fourth ventricle, in mm.</summary>
    public float Fourth(Vector3 p) => _fourth.Distance(p);
}
