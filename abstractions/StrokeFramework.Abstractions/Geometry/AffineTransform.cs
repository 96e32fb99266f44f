namespace StrokeFramework;

/// <summary>
/// An affine map from continuous voxel indices to world millimetres (or back): three columns and an origin.
/// </summary>
/// <param name="ColumnI">Where one step along i leads, in mm.</param>
/// <param name="ColumnJ">Where one step along j leads, in mm.</param>
/// <param name="ColumnK">Where one step along k leads, in mm.</param>
/// <param name="Origin">World position of the centre of voxel (0, 0, 0), in mm.</param>
public readonly record struct AffineTransform(Point3 ColumnI, Point3 ColumnJ, Point3 ColumnK, Point3 Origin)
{
    /// <summary>Indices are millimetres.</summary>
    public static AffineTransform Identity { get; } = new(new(1, 0, 0), new(0, 1, 0), new(0, 0, 1), default);

    /// <summary>The determinant of the linear part: the signed volume of one voxel, in mm³.</summary>
    public double Determinant =>
        (ColumnI.X * ((ColumnJ.Y * ColumnK.Z) - (ColumnJ.Z * ColumnK.Y)))
        - (ColumnJ.X * ((ColumnI.Y * ColumnK.Z) - (ColumnI.Z * ColumnK.Y)))
        + (ColumnK.X * ((ColumnI.Y * ColumnJ.Z) - (ColumnI.Z * ColumnJ.Y)));

    /// <summary>The column of axis 0, 1 or 2.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The axis is not 0, 1 or 2.</exception>
    public Point3 Column(int axis) => axis switch
    {
        0 => ColumnI,
        1 => ColumnJ,
        2 => ColumnK,
        _ => throw new ArgumentOutOfRangeException(nameof(axis), axis, "An axis is 0, 1 or 2."),
    };

    /// <summary>Maps a point.</summary>
    public Point3 Apply(Point3 p) => (p.X * ColumnI) + (p.Y * ColumnJ) + (p.Z * ColumnK) + Origin;

    /// <summary>The inverse map.</summary>
    /// <exception cref="InvalidOperationException">The columns are not independent.</exception>
    public AffineTransform Inverse()
    {
        double det = Determinant;
        if (!double.IsFinite(det) || det == 0)
            throw new InvalidOperationException("The index-to-world matrix has no inverse: its axes are not independent.");

        Point3 a = ColumnI, b = ColumnJ, c = ColumnK;
        // Rows of the inverse are the cross products of the columns over the determinant.
        Point3 r0 = (1 / det) * Cross(b, c), r1 = (1 / det) * Cross(c, a), r2 = (1 / det) * Cross(a, b);
        var linear = new AffineTransform(new(r0.X, r1.X, r2.X), new(r0.Y, r1.Y, r2.Y), new(r0.Z, r1.Z, r2.Z), default);
        return linear with { Origin = -1 * linear.Apply(Origin) };
    }

    private static Point3 Cross(Point3 a, Point3 b) =>
        new((a.Y * b.Z) - (a.Z * b.Y), (a.Z * b.X) - (a.X * b.Z), (a.X * b.Y) - (a.Y * b.X));
}
