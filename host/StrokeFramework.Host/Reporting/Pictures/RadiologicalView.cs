namespace StrokeFramework.Host.Reporting.Pictures;

/// <summary>
/// How slices of a grid are laid on paper, whatever way its axes run: slices across the axis nearest to head-foot, the
/// patient's right on the left of the picture, anterior on top.
/// </summary>
internal sealed class RadiologicalView
{
    private readonly int _start;
    private readonly int _columnStep;
    private readonly int _rowStep;
    private readonly int _sliceStep;

    /// <summary>Works out the view of a grid.</summary>
    public RadiologicalView(VolumeGeometry geometry)
    {
        Geometry = geometry;
        SliceAxis = geometry.SuperiorAxis;
        (int a, int b) = SliceAxis switch { 0 => (1, 2), 1 => (0, 2), _ => (0, 1) };
        // Of the two ways to name the remaining axes, the one that lies nearer to left-right and front-back.
        bool straight = Along(a, 0) + Along(b, 1) >= Along(b, 0) + Along(a, 1);
        (ColumnAxis, RowAxis) = straight ? (a, b) : (b, a);

        // Columns run from the patient's right (+x) to the left, rows from anterior (+y) to posterior.
        bool mirrorColumns = geometry.IndexToWorld.Column(ColumnAxis).X > 0, mirrorRows = geometry.IndexToWorld.Column(RowAxis).Y > 0;
        int[] step = [1, geometry.Size.I, geometry.Size.I * geometry.Size.J];
        _sliceStep = step[SliceAxis];
        _columnStep = mirrorColumns ? -step[ColumnAxis] : step[ColumnAxis];
        _rowStep = mirrorRows ? -step[RowAxis] : step[RowAxis];
        _start = (mirrorColumns ? (Width - 1) * step[ColumnAxis] : 0) + (mirrorRows ? (Height - 1) * step[RowAxis] : 0);
    }

    /// <summary>The grid.</summary>
    public VolumeGeometry Geometry { get; }

    /// <summary>The index axis that slices are taken across.</summary>
    public int SliceAxis { get; }

    /// <summary>The index axis that runs across the picture.</summary>
    public int ColumnAxis { get; }

    /// <summary>The index axis that runs down the picture.</summary>
    public int RowAxis { get; }

    /// <summary>Number of slices.</summary>
    public int Slices => Geometry.Size[SliceAxis];

    /// <summary>Voxels across the picture.</summary>
    public int Width => Geometry.Size[ColumnAxis];

    /// <summary>Voxels down the picture.</summary>
    public int Height => Geometry.Size[RowAxis];

    /// <summary>Width of a voxel on the picture, in mm.</summary>
    public double PixelWidth => Geometry.Spacing[ColumnAxis];

    /// <summary>Height of a voxel on the picture, in mm.</summary>
    public double PixelHeight => Geometry.Spacing[RowAxis];

    /// <summary>True when slices of rising index lie further up in the patient.</summary>
    public bool RisesWithIndex => Geometry.IndexToWorld.Column(SliceAxis).Z >= 0;

    /// <summary>The linear index of the voxel at a place of a slice's picture.</summary>
    public int VoxelAt(int slice, int column, int row) => _start + (slice * _sliceStep) + (column * _columnStep) + (row * _rowStep);

    /// <summary>Height of a slice's centre in the patient, in mm towards superior.</summary>
    public double PositionOf(int slice)
    {
        Span<double> index = [(Geometry.Size.I - 1) / 2.0, (Geometry.Size.J - 1) / 2.0, (Geometry.Size.K - 1) / 2.0];
        index[SliceAxis] = slice;
        return Geometry.ToWorld(index[0], index[1], index[2]).Z;
    }

    private double Along(int axis, int world)
    {
        Point3 column = Geometry.IndexToWorld.Column(axis);
        return Math.Abs(column[world]) / column.Length;
    }
}
