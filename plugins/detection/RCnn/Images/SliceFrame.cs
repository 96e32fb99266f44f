namespace StrokeFramework.RCnn.Images;

/// <summary>
/// How the network's pictures lie on a study's slices: upright (the patient's right towards higher columns, anterior
/// towards higher rows), at one pixel spacing, cut to the head, with a multiple of 16 pixels along each axis.
/// </summary>
internal sealed class SliceFrame
{
    private const int Multiple = 16, Least = 32, Most = 1024;

    private SliceFrame(SliceAxis across, SliceAxis down) => (Across, Down) = (across, down);

    /// <summary>Along the picture's rows.</summary>
    public SliceAxis Across { get; }

    /// <summary>Along its columns.</summary>
    public SliceAxis Down { get; }

    /// <summary>Lays pictures over a part of the slices.</summary>
    /// <param name="geometry">The study's grid.</param>
    /// <param name="first">First voxels of the part along the stored axes 0 and 1.</param>
    /// <param name="last">Its last voxels.</param>
    /// <param name="margin">Added on all sides, in mm.</param>
    /// <param name="spacing">Pixel spacing in mm.</param>
    /// <exception cref="StageException">The part is larger than any head.</exception>
    public static SliceFrame Of(VolumeGeometry geometry, (int I, int J) first, (int I, int J) last, double margin, double spacing)
    {
        AffineTransform map = geometry.IndexToWorld;
        Point3 i = map.ColumnI, j = map.ColumnJ;
        // Of the two axes, the one nearer to left-right goes across.
        bool turned = Math.Abs(j.X) / j.Length > (Math.Abs(i.X) / i.Length) + 1e-9;
        SliceAxis alongI = Axis(0, geometry.Size.I, i, first.I, last.I, margin, spacing), alongJ = Axis(1, geometry.Size.J, j, first.J, last.J, margin, spacing);
        return turned ? new(alongJ, alongI) : new(alongI, alongJ);
    }

    /// <summary>A stored slice in the picture's order: across fastest, both axes in their upright direction.</summary>
    /// <param name="slice">Stored voxels, axis 0 fastest.</param>
    /// <param name="target">As many values.</param>
    public void Reorder(ReadOnlySpan<float> slice, Span<float> target)
    {
        int width = Across.Voxels, height = Down.Voxels;
        int stepAcross = Across.Stored == 0 ? 1 : height, stepDown = Down.Stored == 0 ? 1 : width;
        int start = (Across.IsReversed ? (width - 1) * stepAcross : 0) + (Down.IsReversed ? (height - 1) * stepDown : 0);
        if (Across.IsReversed) stepAcross = -stepAcross;
        if (Down.IsReversed) stepDown = -stepDown;
        int n = 0;
        for (int y = 0; y < height; y++)
        {
            int v = start + (y * stepDown);
            for (int x = 0; x < width; x++, v += stepAcross) target[n++] = slice[v];
        }
    }

    /// <summary>A box in pixels: left, upper, right, lower.</summary>
    public float[] ToPixels(SliceBox box)
    {
        (double l, double r) = Sorted(Across.ToPixel(Across.Stored == 0 ? box.MinI : box.MinJ), Across.ToPixel(Across.Stored == 0 ? box.MaxI : box.MaxJ));
        (double u, double d) = Sorted(Down.ToPixel(Down.Stored == 0 ? box.MinI : box.MinJ), Down.ToPixel(Down.Stored == 0 ? box.MaxI : box.MaxJ));
        return [(float)l, (float)u, (float)r, (float)d];
    }

    /// <summary>A box on the stored grid, cut at its edges.</summary>
    /// <param name="pixels">Left, upper, right, lower.</param>
    /// <param name="slice">The slice.</param>
    public SliceBox ToVoxels(ReadOnlySpan<float> pixels, int slice)
    {
        (double Low, double High) across = Sorted(Across.ToVoxel(pixels[0]), Across.ToVoxel(pixels[2])), down = Sorted(Down.ToVoxel(pixels[1]), Down.ToVoxel(pixels[3]));
        ((double Low, double High) i, (double Low, double High) j) = Across.Stored == 0 ? (across, down) : (down, across);
        return new(slice, i.Low, j.Low, i.High, j.High);
    }

    private static SliceAxis Axis(int stored, int voxels, Point3 column, int first, int last, double margin, double spacing)
    {
        double step = column.Length, x = Math.Abs(column.X), y = Math.Abs(column.Y), z = Math.Abs(column.Z);
        bool reversed = (x >= y && x >= z ? column.X : y >= z ? column.Y : column.Z) < 0;
        if (reversed) (first, last) = (voxels - 1 - last, voxels - 1 - first);
        double low = ((first - 0.5) * step) - margin, high = ((last + 0.5) * step) + margin;
        double wanted = Math.Ceiling((high - low) / spacing);
        if (wanted > Most)
            throw new StageException(FormattableString.Invariant($"The image shows {high - low:0} mm along one axis, more than the {Most * spacing:0} mm that are looked at. See whether its voxel size is right."));
        int pixels = Math.Max(Least, (((int)wanted + Multiple - 1) / Multiple) * Multiple);
        // What rounding adds lies on both sides alike; pixel 0 is half a pixel inside the edge.
        double start = ((low + high) / 2) - ((pixels - 1) * spacing / 2);
        return new(stored, voxels, step, reversed, start, pixels, spacing);
    }

    private static (double Low, double High) Sorted(double a, double b) => a <= b ? (a, b) : (b, a);
}
