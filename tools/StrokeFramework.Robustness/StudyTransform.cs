namespace StrokeFramework.Robustness;

/// <summary>A study put on another grid, and what is found there brought back.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="GridOf">The other grid for a study's own.</param>
/// <param name="Place">For a place in mm on the other grid, the place on the study's own whose content goes there.</param>
internal sealed record StudyTransform(string Name, Func<VolumeGeometry, VolumeGeometry> GridOf, Func<VolumeGeometry, Point3, Point3> Place)
{
    /// <summary>The head is reflected in the plane through the middle of the grid, across the axis nearest to left-right.</summary>
    public static StudyTransform Mirrored { get; } = new("mirrored", g => g, Reflect);

    /// <summary>Rows become columns, by a turn of 90° about the third axis; the header turns with them, so that the patient lies as before.</summary>
    public static StudyTransform Turned { get; } = new("turned by 90°", Turn, (_, place) => place);

    /// <summary>Voxels are a factor larger along all axes, or smaller with one below 1; the grid covers the same box.</summary>
    public static StudyTransform Resampled(double factor) =>
        new(FormattableString.Invariant($"voxels × {factor:0.##}"), g => Scale(g, factor), (_, place) => place);

    /// <summary>The study on the other grid.</summary>
    public DiffusionStudy Apply(DiffusionStudy study)
    {
        VolumeGeometry own = study.Geometry, other = GridOf(own);
        var moved = new DiffusionStudy(Move(study.Dwi));
        return study.Adc is { } adc ? moved.WithAdc(Move(adc)) : moved;

        Volume<float> Move(Volume<float> image) => new(other, Sampler.Sample(image, other, p => Place(own, p)));
    }

    /// <summary>A mask on the other grid: a voxel is lesion where the mask, resampled like an image, is at least a half.</summary>
    public Volume<byte> Apply(Volume<byte> mask)
    {
        var study = new DiffusionStudy(new Volume<float>(mask.Geometry, Array.ConvertAll(mask.Span.ToArray(), v => v != 0 ? 1f : 0f)));
        Volume<float> there = Apply(study).Dwi;
        return new(there.Geometry, Array.ConvertAll(there.Span.ToArray(), v => v >= 0.5f ? (byte)1 : (byte)0));
    }

    /// <summary>Brings a mask back: a voxel is lesion where the mask, interpolated linearly, is at least a half.</summary>
    public byte[] Restore(Volume<byte> mask, VolumeGeometry own) =>
        Restore(new Volume<float>(mask.Geometry, Array.ConvertAll(mask.Span.ToArray(), v => v != 0 ? 1f : 0f)), 0.5f, own);

    /// <summary>
    /// Brings a segmentation back by its probabilities, where it has any: what is interpolated is then no staircase. A voxel is
    /// lesion from the least probability on that its mask holds.
    /// </summary>
    public byte[] Restore(Segmentation found, VolumeGeometry own)
    {
        if (found.IsEmpty || found.Probability is not { } probability) return Restore(found.Mask, own);
        float least = float.PositiveInfinity;
        for (int v = 0; v < found.Mask.Span.Length; v++)
        {
            if (found.Mask.Span[v] != 0) least = Math.Min(least, probability.Span[v]);
        }

        // What the mask leaves out, as lesions too small to keep, must not come back.
        float below = MathF.BitDecrement(least);
        var kept = new Volume<float>(probability.Geometry, Enumerable.Range(0, probability.Span.Length).Select(v => found.Mask.Span[v] != 0 ? probability.Span[v] : Math.Min(probability.Span[v], below)).ToArray());
        return Restore(kept, least, own);
    }

    // A reflection is its own inverse, and the other transforms leave every place where it is.
    private byte[] Restore(Volume<float> values, float least, VolumeGeometry own) =>
        [.. Sampler.Sample(values, own, p => Place(own, p)).Select(v => v >= least ? (byte)1 : (byte)0)];

    private static Point3 Reflect(VolumeGeometry geometry, Point3 place)
    {
        GridSize size = geometry.Size;
        Point3 middle = geometry.ToWorld((size.I - 1) / 2.0, (size.J - 1) / 2.0, (size.K - 1) / 2.0);
        Point3 across = Enumerable.Range(0, 3).Select(a => geometry.IndexToWorld.Column(a)).MaxBy(c => Math.Abs(c.X) / c.Length);
        Point3 unit = 1 / across.Length * across, from = place - middle;
        double distance = (from.X * unit.X) + (from.Y * unit.Y) + (from.Z * unit.Z);
        return place - (2 * distance * unit);
    }

    // The new index i is the old j, the new j the old i from its end.
    private static VolumeGeometry Turn(VolumeGeometry g) =>
        new(new(g.Size.J, g.Size.I, g.Size.K), new(g.IndexToWorld.ColumnJ, -1 * g.IndexToWorld.ColumnI, g.IndexToWorld.ColumnK, g.ToWorld(g.Size.I - 1, 0, 0)));

    private static VolumeGeometry Scale(VolumeGeometry g, double factor)
    {
        GridSize size = g.Size, to = new(Count(size.I), Count(size.J), Count(size.K));
        double i = (double)size.I / to.I, j = (double)size.J / to.J, k = (double)size.K / to.K;
        return new(to, new(i * g.IndexToWorld.ColumnI, j * g.IndexToWorld.ColumnJ, k * g.IndexToWorld.ColumnK, g.ToWorld((i - 1) / 2, (j - 1) / 2, (k - 1) / 2)));

        int Count(int voxels) => Math.Max(1, (int)Math.Round(voxels / factor));
    }
}
