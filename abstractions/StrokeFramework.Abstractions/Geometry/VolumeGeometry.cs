using System.Globalization;

namespace StrokeFramework;

/// <summary>
/// Where a voxel grid lies in the patient: its size and its index-to-world map, in RAS+ millimetres
/// (x to the patient's right, y to anterior, z to superior). Immutable.
/// </summary>
public sealed class VolumeGeometry : IEquatable<VolumeGeometry>
{
    /// <summary>How far corresponding grid corners may lie apart and still count as the same place, in mm.</summary>
    public const double CornerTolerance = 0.1;

    private AffineTransform? _worldToIndex;

    /// <summary>Creates a geometry.</summary>
    /// <param name="size">Voxels along each axis, all at least 1 and at most 2³¹-1 together.</param>
    /// <param name="indexToWorld">Voxel indices to RAS+ millimetres, with independent, finite columns.</param>
    /// <exception cref="ArgumentException">The size or the map is unusable; the message says why.</exception>
    public VolumeGeometry(GridSize size, AffineTransform indexToWorld)
    {
        if (size.I < 1 || size.J < 1 || size.K < 1)
            throw new ArgumentException($"A grid needs at least one voxel along each axis, not {size}.", nameof(size));
        if (size.Count > Array.MaxLength)
            throw new ArgumentException($"A grid of {size} has more voxels than one volume can hold ({Array.MaxLength}).", nameof(size));
        double det = indexToWorld.Determinant;
        if (!double.IsFinite(det) || Math.Abs(det) < 1e-12)
            throw new ArgumentException("The index-to-world map is singular or not finite: voxel size cannot be told from it.", nameof(indexToWorld));
        Size = size;
        IndexToWorld = indexToWorld;
    }

    /// <summary>Voxels along each axis.</summary>
    public GridSize Size { get; }

    /// <summary>Voxel indices to world millimetres.</summary>
    public AffineTransform IndexToWorld { get; }

    /// <summary>World millimetres to continuous voxel indices.</summary>
    public AffineTransform WorldToIndex => _worldToIndex ??= IndexToWorld.Inverse();

    /// <summary>Distance between neighbouring voxel centres along i, j and k, in mm.</summary>
    public Point3 Spacing => new(IndexToWorld.ColumnI.Length, IndexToWorld.ColumnJ.Length, IndexToWorld.ColumnK.Length);

    /// <summary>Volume of one voxel, in mm³.</summary>
    public double VoxelVolume => Math.Abs(IndexToWorld.Determinant);

    /// <summary>The index axis (0, 1 or 2) that runs nearest to head-foot: slices are taken across it.</summary>
    public int SuperiorAxis => AxisNearest(2);

    /// <summary>The index axis (0, 1 or 2) that runs nearest to left-right.</summary>
    public int LeftRightAxis => AxisNearest(0);

    /// <summary>An upright grid with the given spacing and its first voxel at the origin.</summary>
    /// <param name="size">Voxels along each axis.</param>
    /// <param name="spacing">Voxel spacing along i, j and k, in mm.</param>
    public static VolumeGeometry FromSpacing(GridSize size, Point3 spacing) =>
        new(size, new(new(spacing.X, 0, 0), new(0, spacing.Y, 0), new(0, 0, spacing.Z), default));

    /// <summary>The world position of a voxel's centre, in mm.</summary>
    public Point3 ToWorld(double i, double j, double k) => IndexToWorld.Apply(new(i, j, k));

    /// <summary>
    /// Null when the other grid has the same size and its eight corners lie within <see cref="CornerTolerance"/> of
    /// this one's; otherwise a sentence that says how they differ.
    /// </summary>
    public string? DescribeMismatch(VolumeGeometry other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (ReferenceEquals(this, other)) return null;
        if (Size != other.Size) return $"the grids differ in size: {Size} against {other.Size} voxels";
        double worst = 0;
        for (int corner = 0; corner < 8; corner++)
        {
            var index = new Point3((corner & 1) * (Size.I - 1), ((corner >> 1) & 1) * (Size.J - 1), ((corner >> 2) & 1) * (Size.K - 1));
            worst = Math.Max(worst, (IndexToWorld.Apply(index) - other.IndexToWorld.Apply(index)).Length);
        }

        // A single voxel along an axis pins no direction, so the spacing is compared as well.
        double stretch = (Spacing - other.Spacing).Length;
        if (worst <= CornerTolerance && stretch <= CornerTolerance) return null;
        return worst > CornerTolerance
            ? string.Create(CultureInfo.InvariantCulture, $"the grids have the same size ({Size}) but their corners lie up to {worst:0.##} mm apart")
            : string.Create(CultureInfo.InvariantCulture, $"the grids have the same corners but another voxel size: {Describe(Spacing)} against {Describe(other.Spacing)} mm");
    }

    /// <summary>Exactly equal size and map; use <see cref="DescribeMismatch"/> to compare with tolerance.</summary>
    public bool Equals(VolumeGeometry? other) => other is not null && Size == other.Size && IndexToWorld == other.IndexToWorld;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as VolumeGeometry);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Size, IndexToWorld);

    /// <inheritdoc/>
    public override string ToString() => $"{Size} voxels of {Describe(Spacing)} mm";

    private static string Describe(Point3 spacing) =>
        string.Create(CultureInfo.InvariantCulture, $"{spacing.X:0.###}x{spacing.Y:0.###}x{spacing.Z:0.###}");

    private int AxisNearest(int world)
    {
        int best = 0;
        double most = -1;
        for (int axis = 0; axis < 3; axis++)
        {
            Point3 column = IndexToWorld.Column(axis);
            double along = Math.Abs(column[world]) / column.Length;
            if (along > most + 1e-9) (best, most) = (axis, along);
        }

        return best;
    }
}
