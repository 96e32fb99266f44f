using StrokeFramework.Imaging;
using StrokeFramework.TestSupport;

namespace StrokeFramework.KMeansFastMarching.Tests;

public sealed class KMeansFastMarchingSegmenterTests
{
    /// <summary>Set-ups and seeds that no parameter was chosen on; levels where normal brain is at 0.1, radii in mm.</summary>
    [Theory]
    [InlineData(0.22, 10.8, 12.6, 1)]
    [InlineData(0.22, 10.8, 12.6, 24)]
    [InlineData(0.17, 18, 10.8, 1)]
    [InlineData(0.28, 4.5, 6.3, 1)]
    [InlineData(0.5, 12, 20, 24)]
    public void Segment_OfAClearLesion_FindsIt(double level, double x, double y, int slices)
    {
        for (int seed = 21; seed <= 23; seed++)
        {
            (DiffusionStudy study, Volume<byte> truth) = Head(seed, slices, [new(new(30, 15, 0), new(x, y, 15), level)]);
            Segmentation found = Pipeline.Segment(Pipeline.Enhance(study));
            Assert.True(OverlapFigures.Dice(found.Mask, truth) > 0.9, $"Dice {OverlapFigures.Dice(found.Mask, truth):F3} with seed {seed}");
            Assert.Equal(0, found.Labels.Span.Count((byte)2));
        }
    }

    [Fact]
    public void Segment_OfALesionWithABrighterCore_KeepsTheCore()
    {
        PhantomLesion rim = new(new(30, 15, 0), new(18, 22, 15), 0.3), core = rim with { Radii = new(10, 12, 15), Level = 0.8 };
        (DiffusionStudy study, Volume<byte> truth) = Head(25, 12, [rim, core]);
        Assert.True(OverlapFigures.Dice(Pipeline.Segment(Pipeline.Enhance(study)).Mask, truth) > 0.9);
    }

    [Theory]
    [InlineData(SegmentationScope.Volume, 1)]
    [InlineData(SegmentationScope.Volume, 12)]
    [InlineData(SegmentationScope.Slice, 12)]
    public void Segment_WithoutALesion_SaysSo(SegmentationScope scope, int slices)
    {
        for (int seed = 31; seed <= 34; seed++)
        {
            DiffusionStudy enhanced = Pipeline.Enhance(Head(seed, slices, []).Study);
            Assert.True(Pipeline.Segment(enhanced, new() { Scope = scope }).IsEmpty);
        }
    }

    [Fact]
    public void Segment_OfASmallLesionInALargeBrain_NeedsMoreClusters()
    {
        (DiffusionStudy study, Volume<byte> truth) = Head(41, 24, [new(new(30, 15, 0), new(9, 9, 10), 0.22)]);
        DiffusionStudy enhanced = Pipeline.Enhance(study);
        Segmentation adaptive = Pipeline.Segment(enhanced);
        Assert.True(OverlapFigures.Dice(adaptive.Mask, truth) > 0.85);
        Assert.True(Pipeline.Segment(enhanced, new() { Clusters = 3, MaximumClusters = 3 }).IsEmpty);
    }

    [Fact]
    public void Segment_OfBothSides_LabelsThemApart()
    {
        // No fluid is as dark as this lesion after noise, so the dark cluster is the lesion and the ventricles.
        PhantomLesion bright = new(new(35, 15, 0), new(12, 12, 15), 0.25), dark = new(new(-38, -20, 0), new(14, 14, 15), 0.03);
        (DiffusionStudy study, _) = Head(51, 1, [bright, dark]);
        Segmentation both = Pipeline.Segment(Pipeline.Enhance(study), new() { Side = LesionSide.Both });
        GridSize size = study.Geometry.Size;
        Assert.Equal(1, both.Labels[Index(size.I, 35), Index(size.J, 15), 0]);
        Assert.Equal(2, both.Labels[Index(size.I, -38), Index(size.J, -20), 0]);
        Segmentation hypo = Pipeline.Segment(Pipeline.Enhance(study), new() { Side = LesionSide.Hypo });
        Assert.Equal(0, hypo.Labels.Span.Count((byte)1));
        static int Index(int count, double mm) => (int)Math.Round((mm / 0.9) + (0.5 * (count - 1)));
    }

    [Theory]
    [InlineData(SegmentationScope.Volume)]
    [InlineData(SegmentationScope.Slice)]
    public void Segment_OnAnyNumberOfThreads_GivesTheSameBits(SegmentationScope scope)
    {
        DiffusionStudy enhanced = Pipeline.Enhance(Head(61, 12, [new(new(30, 15, 0), new(12, 12, 15), 0.22)]).Study);
        KMeansFastMarchingSettings settings = new() { Scope = scope, Side = LesionSide.Both };
        byte[] one = Pipeline.Segment(enhanced, settings).Labels.Span.ToArray();
        Assert.Contains((byte)1, one);
        foreach (int threads in new[] { 2, 5 })
            Assert.Equal(one, Pipeline.Segment(enhanced, settings, new StageContext { MaxDegreeOfParallelism = threads }).Labels.Span.ToArray());
    }

    [Theory]
    [InlineData(SegmentationScope.Volume)]
    [InlineData(SegmentationScope.Slice)]
    public void Segment_OfTheSameBrainStoredOtherwise_GivesTheSamePhysicalResult(SegmentationScope scope)
    {
        DiffusionStudy enhanced = Pipeline.Enhance(Head(71, 12, [new(new(30, 15, 0), new(12, 12, 15), 0.22)]).Study);
        KMeansFastMarchingSettings settings = new() { Scope = scope };
        Segmentation expected = Pipeline.Segment(enhanced, settings);
        Assert.False(expected.IsEmpty);
        // Axes (k, i, j) with the first and the last running the other way.
        VolumeGeometry straight = enhanced.Geometry;
        GridSize size = straight.Size;
        AffineTransform map = straight.IndexToWorld;
        Point3 origin = map.Apply(new(0, size.J - 1, size.K - 1));
        var turned = new VolumeGeometry(new(size.K, size.I, size.J), new(-1 * map.ColumnK, map.ColumnI, -1 * map.ColumnJ, origin));
        DiffusionStudy stored = new DiffusionStudy(Turn(enhanced.Dwi, turned)).WithDwi(Turn(enhanced.Dwi, turned), unitIntensity: true)
            .WithBrainMask(Turn(enhanced.BrainMask!, turned));

        Segmentation found = Pipeline.Segment(stored, settings);

        Assert.Equal(Turn(expected.Labels, turned).Span.ToArray(), found.Labels.Span.ToArray());
        Assert.Same(turned, found.Geometry);
    }

    [Fact]
    public void Segment_ShowsWhatItDidOnlyToThoseWhoLook()
    {
        DiffusionStudy enhanced = Pipeline.Enhance(Head(81, 6, [new(new(30, 15, 0), new(12, 12, 15), 0.22)]).Study);
        var sink = new RecordingSink();
        Segmentation watched = Pipeline.Segment(enhanced, null, new StageContext { Diagnostics = sink });
        Assert.Equal(Pipeline.Segment(enhanced).Labels.Span.ToArray(), watched.Labels.Span.ToArray());
        Assert.True(sink.Scalar("lesion_distance") >= 3);
        Assert.True(sink.Scalar("inertia") > 0);
        Assert.InRange(sink.Scalar("cutoff"), 1, 25);
        Assert.Equal(4, ((TableDiagnostic)sink.Diagnostics["centers"]).Rows.Count);
        Assert.Equal(4, ((CurveDiagnostic)sink.Diagnostics["histogram"]).Marks!.Count);
        var arrival = (MapDiagnostic)sink.Diagnostics["arrival"];
        var clusters = (MapDiagnostic)sink.Diagnostics["clusters"];
        int lesion = watched.Mask.Span.IndexOf((byte)1);
        Assert.True(arrival.Values.Span[lesion] <= 100);
        Assert.True(float.IsNaN(clusters.Values.Span[0]));
        Assert.Equal(4, clusters.Values.Span.ToArray().Where(c => !float.IsNaN(c)).Max());
    }

    [Fact]
    public void Segment_WhenCancelled_Stops()
    {
        DiffusionStudy enhanced = Pipeline.Enhance(Head(91, 2, []).Study);
        var cancelled = new StageContext { CancellationToken = new CancellationToken(canceled: true) };
        foreach (SegmentationScope scope in Enum.GetValues<SegmentationScope>())
            Assert.Throws<OperationCanceledException>(() => Pipeline.Segment(enhanced, new() { Scope = scope }, cancelled));
    }

    [Fact]
    public void Segment_WithARelativeContrast_LeavesOutWhatIsNearerToNormalTissueThanToTheCore()
    {
        // A lesion and, elsewhere, tissue that is a third as far from normal: both pass the guard.
        PhantomLesion core = new(new(30, 15, 0), new(12, 12, 15), 0.3), faint = new(new(-30, 15, 0), new(14, 14, 15), 0.16);
        DiffusionStudy enhanced = Pipeline.Enhance(Head(95, 6, [core, faint]).Study);
        KMeansFastMarchingSettings settings = new() { Clusters = 8, MinimumDeviation = 1.5, MinimumContrast = 0.03 };
        byte[] all = Pipeline.Segment(enhanced, settings).Mask.Span.ToArray(), near = Pipeline.Segment(enhanced, settings with { RelativeContrast = 0.7 }).Mask.Span.ToArray();
        int size = enhanced.Geometry.Size.I, slice = enhanced.Geometry.Size.SliceCount * 3;
        int At(double x, double y) => slice + (Index(y) * size) + Index(x);
        int Index(double mm) => (int)Math.Round((mm / 0.9) + (0.5 * (size - 1)));
        Assert.Equal((1, 1), (all[At(30, 15)], all[At(-30, 15)]));
        Assert.Equal((1, 0), (near[At(30, 15)], near[At(-30, 15)]));
    }

    [Fact]
    public void Segment_WithARelativeContrast_KeepsALesionAroundAHotSpot()
    {
        // The hot spot has a cluster of its own, more than twice as far from normal tissue as the lesion's.
        PhantomLesion lesion = new(new(30, 15, 0), new(16, 16, 15), 0.18), hot = new(new(30, 15, 0), new(3, 3, 15), 0.9);
        (DiffusionStudy study, Volume<byte> truth) = Head(96, 6, [lesion, hot]);
        Segmentation found = Pipeline.Segment(Pipeline.Enhance(study), new() { Clusters = 8, MinimumDeviation = 1.5, MinimumContrast = 0.03, RelativeContrast = 0.5 });
        int voxels = truth.Span.Length - truth.Span.Count((byte)0);
        Assert.InRange(found.Mask.Span.Count((byte)1), 0.6 * voxels, 1.4 * voxels);
    }

    [Fact]
    public void Configure_WithFewerClustersAtMostThanAtLeast_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Pipeline.Segment(null!, new() { Clusters = 6, MaximumClusters = 5 }));

    [Theory]
    [InlineData("0003", 0.6)]
    [InlineData("0004", 0.05)]
    [InlineData("0009", 0.05)]
    public void Segment_OfARealScan_FindsAtLeastAsMuchAsBefore(string number, double least)
    {
        // The method is made for clear lesions such as that of 0003; the others show what intensity alone does.
        (DiffusionStudy study, Volume<byte> truth) = RealCase.Isles(number);
        Assert.True(OverlapFigures.Dice(Pipeline.Segment(Pipeline.Enhance(study)).Mask, truth) > least);
    }

    [Fact]
    public void Segment_OfAHealthyScanWithSkull_FindsLessThanOneMilliliter()
    {
        Segmentation found = Pipeline.Segment(Pipeline.Enhance(RealCase.Normal()));
        Assert.True(found.Mask.Span.Count((byte)1) * found.Geometry.VoxelVolume < 1000);
    }

    private static (DiffusionStudy Study, Volume<byte> Truth) Head(int seed, int slices, PhantomLesion[] lesions) =>
        new EllipsePhantom { Size = new(256, 256, slices), Spacing = new(0.9, 0.9, 5), Noise = 0.012, Seed = seed, Lesions = lesions }.Make();

    /// <summary>The same voxels, stored along (-k, i, -j).</summary>
    private static Volume<T> Turn<T>(Volume<T> volume, VolumeGeometry turned)
        where T : unmanaged
    {
        GridSize from = volume.Size, to = turned.Size;
        var result = new T[from.Count];
        for (int k = 0; k < from.K; k++)
        {
            for (int j = 0; j < from.J; j++)
            {
                for (int i = 0; i < from.I; i++)
                    result[to.IndexOf(from.K - 1 - k, i, from.J - 1 - j)] = volume.Span[from.IndexOf(i, j, k)];
            }
        }

        return new(turned, result);
    }
}
