using StrokeFramework.Imaging;

namespace StrokeFramework.FcmActiveContour.Contour;

/// <summary>
/// A box around a start region in which a contour evolves. Its arrays carry a rim of one voxel that never belongs to the
/// domain, so that every voxel has neighbors in memory; the third axis has none in a picture.
/// </summary>
internal sealed class ContourBox
{
    /// <summary>More single-precision numbers than any processor's vectors hold.</summary>
    private const int Lanes = 64;

    /// <summary>More voxel widths than any box has.</summary>
    private const double Furthest = 1e6;

    private ContourBox(GridSize size, Point3 spacing)
    {
        Size = size;
        Rim = size.K > 1 ? 1 : 0;
        RowStride = size.I + 2;
        SliceStride = RowStride * (size.J + 2);
        Voxel = Math.Sqrt(spacing.X * spacing.Y);
        WeightX = (float)(Voxel * Voxel / (spacing.X * spacing.X));
        WeightY = (float)(Voxel * Voxel / (spacing.Y * spacing.Y));
        WeightZ = Rim == 0 ? 0 : (float)(Voxel * Voxel / (spacing.Z * spacing.Z));
        Spacing = spacing;
        // A picture has no neighbors across the slice: the step is 0 and so is the weight.
        StepZ = Rim * SliceStride;
        // Whole vectors are read from every place, so the arrays end a vector later, on a whole one.
        int count = ((SliceStride * (size.K + (2 * Rim))) + (2 * Lanes) - 1) / Lanes * Lanes;
        (Image, Domain, Free, Level) = (new float[count], new float[count], new float[count], new float[count]);
    }

    /// <summary>Voxels of the box without its rim.</summary>
    public GridSize Size { get; }

    /// <summary>Where the box begins in the slab.</summary>
    public (int I, int J, int K) Start { get; private init; }

    /// <summary>Spacing in mm.</summary>
    public Point3 Spacing { get; }

    /// <summary>The unit of length in the box: the voxel's width in the slice, in mm.</summary>
    public double Voxel { get; }

    /// <summary>Squared length unit over squared spacing, along each axis.</summary>
    public float WeightX { get; }

    /// <inheritdoc cref="WeightX"/>
    public float WeightY { get; }

    /// <inheritdoc cref="WeightX"/>
    public float WeightZ { get; }

    /// <summary>Distance in memory between rows.</summary>
    public int RowStride { get; }

    /// <summary>Distance in memory between slices.</summary>
    public int SliceStride { get; }

    /// <summary>Distance in memory to the neighbor across the slice; 0 in a picture.</summary>
    public int StepZ { get; }

    /// <summary>The image; 0 outside the domain.</summary>
    public float[] Image { get; }

    /// <summary>1 in the image's domain.</summary>
    public float[] Domain { get; }

    /// <summary>1 where the contour may move: in the domain, and not too far from the start region.</summary>
    public float[] Free { get; }

    /// <summary>The level-set function in voxel widths, positive inside.</summary>
    public float[] Level { get; }

    /// <summary>What lies around the box, outside of any contour in it: number of voxels and the sum of their intensities.</summary>
    public (long Count, double Sum) Surroundings { get; private set; }

    private int Rim { get; }

    /// <summary>Cuts a box out of a slab around a start region.</summary>
    /// <param name="slab">Image and grid.</param>
    /// <param name="allowed">1 in the domain; voxels without a finite intensity never belong to it.</param>
    /// <param name="start">Linear indices of the start region.</param>
    /// <param name="growth">How far the contour may move beyond the start region, in mm.</param>
    /// <param name="margin">How far the surroundings reach that the contour's inside is compared with, in mm; no less than the growth.</param>
    public static ContourBox Around(StudySlab slab, ReadOnlySpan<byte> allowed, ReadOnlySpan<int> start, double growth, double margin)
    {
        GridSize grid = slab.Size;
        (int I, int J, int K) low = (grid.I, grid.J, grid.K), high = (0, 0, 0);
        foreach (int v in start)
        {
            int i = v % grid.I, j = v / grid.I % grid.J, k = v / grid.SliceCount;
            low = (Math.Min(low.I, i), Math.Min(low.J, j), Math.Min(low.K, k));
            high = (Math.Max(high.I, i), Math.Max(high.J, j), Math.Max(high.K, k));
        }

        ((int I, int J, int K) innerLow, (int I, int J, int K) innerHigh) = Widened(growth);
        ((int I, int J, int K) outerLow, (int I, int J, int K) outerHigh) = Widened(Math.Max(growth, margin));
        var box = new ContourBox(new(innerHigh.I - innerLow.I + 1, innerHigh.J - innerLow.J + 1, innerHigh.K - innerLow.K + 1), slab.Spacing) { Start = innerLow };
        box.Fill(slab, allowed);
        box.StartFrom(grid, start, growth);
        (long allCount, double allSum) = Sum(slab, allowed, outerLow, outerHigh);
        (long ownCount, double ownSum) = Sum(slab, allowed, innerLow, innerHigh);
        box.Surroundings = (allCount - ownCount, allSum - ownSum);
        return box;

        ((int I, int J, int K) Low, (int I, int J, int K) High) Widened(double reach)
        {
            int i = (int)Math.Min(grid.I, Math.Ceiling(reach / slab.Spacing.X)), j = (int)Math.Min(grid.J, Math.Ceiling(reach / slab.Spacing.Y));
            int k = (int)Math.Min(grid.K, Math.Ceiling(reach / slab.Spacing.Z));
            return ((Math.Max(0, low.I - i), Math.Max(0, low.J - j), Math.Max(0, low.K - k)), (Math.Min(grid.I - 1, high.I + i), Math.Min(grid.J - 1, high.J + j), Math.Min(grid.K - 1, high.K + k)));
        }
    }

    /// <summary>The place of a voxel of the box in its arrays.</summary>
    public int IndexOf(int i, int j, int k) => i + 1 + ((j + 1) * RowStride) + ((k + Rim) * SliceStride);

    /// <summary>The voxels of a slab's grid where the level-set function is positive, cut to the parts that touch the start region.</summary>
    /// <param name="grid">The slab's grid.</param>
    /// <param name="start">Linear indices of the start region.</param>
    public List<int> Inside(GridSize grid, ReadOnlySpan<int> start)
    {
        var mask = new byte[Size.Count];
        for (int k = 0; k < Size.K; k++)
        {
            for (int j = 0; j < Size.J; j++)
            {
                int row = IndexOf(0, j, k), target = Size.IndexOf(0, j, k);
                for (int i = 0; i < Size.I; i++) mask[target + i] = Level[row + i] > 0 && Domain[row + i] > 0 ? (byte)1 : (byte)0;
            }
        }

        ComponentLabels parts = ConnectedComponents.Label(mask, Size, Connectivity.Full);
        ReadOnlySpan<int> labels = parts.Labels.Span;
        var kept = new bool[parts.Count + 1];
        foreach (int v in start) kept[labels[Size.IndexOf((v % grid.I) - Start.I, (v / grid.I % grid.J) - Start.J, (v / grid.SliceCount) - Start.K)]] = true;
        var voxels = new List<int>();
        for (int v = 0; v < mask.Length; v++)
        {
            if (mask[v] == 0 || !kept[labels[v]]) continue;
            voxels.Add(grid.IndexOf(Start.I + (v % Size.I), Start.J + (v / Size.I % Size.J), Start.K + (v / Size.SliceCount)));
        }

        return voxels;
    }

    private static (long Count, double Sum) Sum(StudySlab slab, ReadOnlySpan<byte> allowed, (int I, int J, int K) low, (int I, int J, int K) high)
    {
        ReadOnlySpan<float> image = slab.Dwi;
        long count = 0;
        double sum = 0;
        for (int k = low.K; k <= high.K; k++)
        {
            for (int j = low.J; j <= high.J; j++)
            {
                int row = slab.Size.IndexOf(0, j, k);
                for (int v = row + low.I; v <= row + high.I; v++)
                {
                    if (allowed[v] == 0 || !float.IsFinite(image[v])) continue;
                    sum += image[v];
                    count++;
                }
            }
        }

        return (count, sum);
    }

    private void Fill(StudySlab slab, ReadOnlySpan<byte> allowed)
    {
        ReadOnlySpan<float> image = slab.Dwi;
        for (int k = 0; k < Size.K; k++)
        {
            for (int j = 0; j < Size.J; j++)
            {
                int row = IndexOf(0, j, k), source = slab.Size.IndexOf(Start.I, Start.J + j, Start.K + k);
                for (int i = 0; i < Size.I; i++)
                {
                    float value = image[source + i];
                    if (allowed[source + i] == 0 || !float.IsFinite(value)) continue;
                    Image[row + i] = value;
                    Domain[row + i] = 1;
                }
            }
        }
    }

    /// <summary>Sets the level-set function to the signed distance from the start region's border, in voxel widths.</summary>
    private void StartFrom(GridSize grid, ReadOnlySpan<int> start, double growth)
    {
        var mask = new byte[Size.Count];
        foreach (int v in start) mask[Size.IndexOf((v % grid.I) - Start.I, (v / grid.I % grid.J) - Start.J, (v / grid.SliceCount) - Start.K)] = 1;
        float[] outside = DistanceTransform.ToForeground(mask, Size, Spacing), inside = DistanceTransform.ToBackground(mask, Size, Spacing);
        Array.Fill(Level, -1);
        for (int k = 0; k < Size.K; k++)
        {
            for (int j = 0; j < Size.J; j++)
            {
                int row = IndexOf(0, j, k), source = Size.IndexOf(0, j, k);
                for (int i = 0; i < Size.I; i++)
                {
                    // The border runs half a voxel beyond the last center.
                    double distance = mask[source + i] != 0 ? (inside[source + i] / Voxel) - 0.5 : 0.5 - (outside[source + i] / Voxel);
                    // Where all is start region, there is no border.
                    Level[row + i] = (float)Math.Clamp(distance, -Furthest, Furthest);
                    Free[row + i] = outside[source + i] <= growth ? Domain[row + i] : 0;
                }
            }
        }
    }
}
