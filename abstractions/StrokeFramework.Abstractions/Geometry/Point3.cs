namespace StrokeFramework;

/// <summary>A point or vector in three dimensions: world coordinates in RAS+ millimetres, or a continuous voxel index.</summary>
/// <param name="X">First coordinate: towards the patient's right in world space, along index i in voxel space.</param>
/// <param name="Y">Second coordinate: towards anterior in world space, along index j in voxel space.</param>
/// <param name="Z">Third coordinate: towards superior in world space, along index k in voxel space.</param>
public readonly record struct Point3(double X, double Y, double Z)
{
    /// <summary>Euclidean length.</summary>
    public double Length => Math.Sqrt((X * X) + (Y * Y) + (Z * Z));

    /// <summary>Component 0, 1 or 2.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The axis is not 0, 1 or 2.</exception>
    public double this[int axis] => axis switch
    {
        0 => X,
        1 => Y,
        2 => Z,
        _ => throw new ArgumentOutOfRangeException(nameof(axis), axis, "An axis is 0, 1 or 2."),
    };

    /// <summary>Component-wise sum.</summary>
    public static Point3 operator +(Point3 a, Point3 b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

    /// <summary>Component-wise difference.</summary>
    public static Point3 operator -(Point3 a, Point3 b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);

    /// <summary>Scales every component.</summary>
    public static Point3 operator *(double scale, Point3 a) => new(scale * a.X, scale * a.Y, scale * a.Z);

    /// <summary>The sum, for languages without operators.</summary>
    public static Point3 Add(Point3 left, Point3 right) => left + right;

    /// <summary>The difference, for languages without operators.</summary>
    public static Point3 Subtract(Point3 left, Point3 right) => left - right;

    /// <summary>The scaled point, for languages without operators.</summary>
    public static Point3 Multiply(double left, Point3 right) => left * right;
}
