namespace StrokeFramework.Imaging.Tests;

public sealed class SliceMapperTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 5)]
    [InlineData(5, 7)]
    public void MapSlices_RunsAcrossSuperiorAndRestoresTheGrid(int order, int flips)
    {
        VolumeGeometry geometry = Orientation.Geometry(new(4, 5, 3), new(1, 1, 5), order, flips);
        var study = new DiffusionStudy(new(geometry, new float[60]));
        Volume<byte> result = new SliceMapper(study).MapSlices<byte>(new StageContext(), (slab, r) => r.Fill((byte)(slab.Index + 1)));
        Assert.Same(geometry, result.Geometry);
        for (int v = 0; v < 60; v++)
        {
            (int i, int j, int k) = RandomMask.Position(v, geometry.Size);
            Assert.Equal(Math.Round(geometry.ToWorld(i, j, k).Z / 5) + 1, result.Span[v]);
        }
    }

    [Fact]
    public void Slabs_CarryTheImagesOfTheirSlice()
    {
        VolumeGeometry geometry = VolumeGeometry.FromSpacing(new(2, 2, 2), new(0.5, 2, 5));
        DiffusionStudy study = new DiffusionStudy(new(geometry, new float[] { 1, 2, 3, 4, 5, 6, 7, 8 }))
            .WithAdc(new(geometry, new float[] { 8, 7, 6, 5, 4, 3, 2, 1 })).WithBrainMask(new(geometry, new byte[] { 0, 1, 1, 0, 1, 0, 0, 0 }));
        StudySlab slice = new SliceMapper(study).Slice(1);
        Assert.Equal([5, 6, 7, 8], slice.Dwi.ToArray());
        Assert.Equal([4, 3, 2, 1], slice.Adc.ToArray());
        Assert.Equal([1, 0, 0, 0], slice.Brain.ToArray());
        Assert.Equal(1, slice.PixelArea);
        Assert.Equal(new GridSize(2, 2, 1), slice.Size);
    }

    [Fact]
    public void MapSlices_OnManyThreads_GivesTheSameAndStopsWhenCancelled()
    {
        var study = new DiffusionStudy(new(VolumeGeometry.FromSpacing(new(8, 8, 16), new(1, 1, 1)), new float[1024]));
        var mapper = new SliceMapper(study);
        void Fill(StudySlab slab, Span<float> r)
        {
            for (int v = 0; v < r.Length; v++) r[v] = slab.Index * v;
        }

        Volume<float> one = mapper.MapSlices<float>(new StageContext(), Fill);
        Volume<float> four = mapper.MapSlices<float>(new StageContext { MaxDegreeOfParallelism = 4 }, Fill);
        Assert.Equal(one.Span.ToArray(), four.Span.ToArray());

        var cancelled = new StageContext { CancellationToken = new CancellationToken(canceled: true) };
        Assert.Throws<OperationCanceledException>(() => mapper.MapSlices<float>(cancelled, Fill));
        Assert.Throws<OperationCanceledException>(() => mapper.MapVolume<float>(cancelled, Fill));
    }

    [Fact]
    public void SliceSegmenter_LabelsEachSliceOrTheVolume()
    {
        var study = new DiffusionStudy(new(VolumeGeometry.FromSpacing(new(2, 2, 3), new(1, 1, 1)), new float[12]));
        Assert.Equal(3, Count(new CountingSegmenter(volume: false).Segment(study, new StageContext())));
        Assert.Equal(1, Count(new CountingSegmenter(volume: true).Segment(study, new StageContext())));
        static int Count(Segmentation s) => s.Mask.Span.Count((byte)1);
    }

    /// <summary>Marks the first voxel of every slab.</summary>
    private sealed class CountingSegmenter(bool volume) : SliceSegmenter<NoSettings>
    {
        protected override bool WholeVolume => volume;

        protected override void SegmentSlab(StudySlab slab, Span<byte> labels, StageContext context) => labels[0] = 1;
    }
}
