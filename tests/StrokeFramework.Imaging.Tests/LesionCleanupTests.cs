namespace StrokeFramework.Imaging.Tests;

public sealed class LesionCleanupTests
{
    [Fact]
    public void Apply_FillsSmallHoles_DropsSmallParts_AndKeepsEarlierLabels()
    {
        var size = new GridSize(12, 5, 1);
        byte[] mask = new byte[size.Count];
        for (int v = 0; v < mask.Length; v++) mask[v] = v % 12 is >= 1 and <= 5 && v / 12 is >= 0 and <= 4 ? (byte)1 : (byte)0;
        mask[size.IndexOf(3, 2, 0)] = 0;
        mask[size.IndexOf(10, 2, 0)] = 1;
        byte[] labels = new byte[size.Count], brain = [.. Enumerable.Repeat((byte)1, (int)size.Count)];
        labels[size.IndexOf(1, 0, 0)] = 2;
        brain[size.IndexOf(5, 4, 0)] = 0;

        int voxels = new LesionCleanup(1e6, 8, 4).Apply(mask, Slab(size, new float[size.Count], brain), LesionPolarity.Hyperintense, labels);

        Assert.Equal(25 - 2, voxels);
        Assert.Equal(voxels, labels.Count(l => l == 1));
        Assert.Equal(1, labels[size.IndexOf(3, 2, 0)]);
        Assert.Equal(0, labels[size.IndexOf(10, 2, 0)]);
        Assert.Equal(2, labels[size.IndexOf(1, 0, 0)]);
    }

    [Fact]
    public void MinimumVoxels_IsByAreaInASliceAndByVolumeOtherwise()
    {
        var cleanup = new LesionCleanup(120, 24, 0);
        Assert.Equal(6, cleanup.MinimumVoxels(Slab(new(4, 4, 1), new float[16], new byte[16])));
        Assert.Equal(6, cleanup.MinimumVoxels(Slab(new(4, 4, 2), new float[32], new byte[32])));
        Assert.Equal(6, cleanup.MinimumVoxels(Slab(new(4, 4, 3), new float[48], new byte[48])));
    }

    [Fact]
    public void Mark_TakesTheBrainsFiniteVoxelsBeyondTheThreshold()
    {
        float[] image = [0.1f, 0.5f, 0.9f, float.NaN, float.PositiveInfinity, 0.9f];
        StudySlab slab = Slab(new(6, 1, 1), image, [1, 1, 1, 1, 1, 0]);
        Assert.Equal([0, 1, 1, 0, 0, 0], IntensityThreshold.Mark(slab, LesionPolarity.Hyperintense, 0.5));
        Assert.Equal([1, 1, 0, 0, 0, 0], IntensityThreshold.Mark(slab, LesionPolarity.Hypointense, 0.5));
        Assert.DoesNotContain((byte)1, IntensityThreshold.Mark(slab, LesionPolarity.Hypointense, double.NaN));
    }

    private static StudySlab Slab(GridSize size, float[] image, byte[] brain)
    {
        VolumeGeometry geometry = VolumeGeometry.FromSpacing(size, new(2, 2, 5));
        return new SliceMapper(new DiffusionStudy(new(geometry, image)).WithBrainMask(new(geometry, brain))).Volume;
    }
}
