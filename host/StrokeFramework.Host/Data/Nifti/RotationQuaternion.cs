namespace StrokeFramework.Host.Data;

/// <summary>A rotation as NIfTI-1 stores it: the vector part of a unit quaternion whose scalar part is not negative.</summary>
/// <param name="B">First component of the vector part.</param>
/// <param name="C">Second component.</param>
/// <param name="D">Third component.</param>
/// <param name="Flip">-1 when the third axis is reversed before rotating (the header's qfac), else 1.</param>
internal readonly record struct RotationQuaternion(double B, double C, double D, double Flip)
{
    private const double RightAngleTolerance = 1e-4;

    /// <summary>The rotation of a map's axes, or null when they are not at right angles to each other.</summary>
    public static RotationQuaternion? From(AffineTransform map)
    {
        Point3 x = Unit(map.ColumnI), y = Unit(map.ColumnJ), z = Unit(map.ColumnK);
        double skew = Math.Max(Math.Abs(Dot(x, y)), Math.Max(Math.Abs(Dot(y, z)), Math.Abs(Dot(z, x))));
        if (skew > RightAngleTolerance) return null;
        double flip = map.Determinant < 0 ? -1 : 1;
        z = flip * z;

        // The squares of the four components follow from the diagonal; dividing by the largest one is the stable way.
        double a2 = 1 + x.X + y.Y + z.Z, b2 = 1 + x.X - y.Y - z.Z, c2 = 1 - x.X + y.Y - z.Z, d2 = 1 - x.X - y.Y + z.Z;
        double largest = Math.Max(Math.Max(a2, b2), Math.Max(c2, d2));
        double twice = 2 * Math.Sqrt(largest);
        (double a, double b, double c, double d) = largest switch
        {
            _ when largest == a2 => (largest, y.Z - z.Y, z.X - x.Z, x.Y - y.X),
            _ when largest == b2 => (y.Z - z.Y, largest, x.Y + y.X, z.X + x.Z),
            _ when largest == c2 => (z.X - x.Z, x.Y + y.X, largest, y.Z + z.Y),
            _ => (x.Y - y.X, z.X + x.Z, y.Z + z.Y, largest),
        };
        double scale = (a < 0 ? -1 : 1) / twice;
        return new(b * scale, c * scale, d * scale, flip);
    }

    private static Point3 Unit(Point3 v) => (1 / v.Length) * v;

    private static double Dot(Point3 a, Point3 b) => (a.X * b.X) + (a.Y * b.Y) + (a.Z * b.Z);
}
