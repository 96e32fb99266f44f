using StrokeFramework.Imaging;
using StrokeFramework.TestSupport;

namespace StrokeFramework.FcmActiveContour.Tests;

public sealed class FcmActiveContourSegmenterTests
{
    private static readonly PhantomLesion Bright = new(new(35, 25, 0), new(14, 16, 15), 0.22);
    private static readonly PhantomLesion Dark = new(new(-38, -30, 0), new(16, 16, 15), 0.05);

    [Theory]
    [InlineData(1, SegmentationScope.Volume, ContourKind.ChanVese)]
    [InlineData(24, SegmentationScope.Volume, ContourKind.ChanVese)]
    [InlineData(6, SegmentationScope.Slice, ContourKind.ChanVese)]
    [InlineData(6, SegmentationScope.Volume, ContourKind.Geodesic)]
    public void Segment_OfABrightAndADarkLesion_LabelsThemApartAndLeavesTheVentricles(int slices, SegmentationScope scope, ContourKind contour)
    {
        (DiffusionStudy study, Volume<byte> truth) = Head(21, slices, [Bright, Dark]);
        Segmentation found = Pipeline.Segment(Pipeline.Enhance(study), new() { Scope = scope, Contour = contour });
        Assert.True(OverlapFigures.Dice(found.Mask, truth) > 0.85, $"Dice {OverlapFigures.Dice(found.Mask, truth):F3}");
        GridSize size = study.Geometry.Size;
        Assert.Equal(1, found.Labels[Index(size.I, 35), Index(size.J, 25), slices / 2]);
        Assert.Equal(2, found.Labels[Index(size.I, -38), Index(size.J, -30), slices / 2]);
        // The ventricles of the phantom lie 12 mm to either side.
        Assert.Equal(0, found.Labels[Index(size.I, -12), Index(size.J, 5), slices / 2]);
        Assert.Equal(0, found.Labels[Index(size.I, 12), Index(size.J, 5), slices / 2]);
    }

    [Fact]
    public void Segment_OfOneSide_LabelsThatSideOnly()
    {
        DiffusionStudy enhanced = Pipeline.Enhance(Head(22, 6, [Bright, Dark]).Study);
        Segmentation hyper = Pipeline.Segment(enhanced, new() { Side = LesionSide.Hyper }), hypo = Pipeline.Segment(enhanced, new() { Side = LesionSide.Hypo });
        Assert.True(hyper.Labels.Span.Contains((byte)1) && !hyper.Labels.Span.Contains((byte)2));
        Assert.True(hypo.Labels.Span.Contains((byte)2) && !hypo.Labels.Span.Contains((byte)1));
    }

    [Theory]
    [InlineData(SegmentationScope.Volume, 1)]
    [InlineData(SegmentationScope.Volume, 12)]
    [InlineData(SegmentationScope.Slice, 6)]
    public void Segment_WithoutALesion_SaysSo(SegmentationScope scope, int slices)
    {
        for (int seed = 31; seed <= 33; seed++)
            Assert.True(Pipeline.Segment(Pipeline.Enhance(Head(seed, slices, []).Study), new() { Scope = scope }).IsEmpty);
    }

    [Fact]
    public void Segment_OfAFaintLesion_NeedsTheFaintSearch()
    {
        (DiffusionStudy study, Volume<byte> truth) = Head(41, 12, [new(new(35, 15, 0), new(22, 28, 25), 0.125)]);
        DiffusionStudy enhanced = Pipeline.Enhance(study);
        double faint = OverlapFigures.Dice(Pipeline.Segment(enhanced).Mask, truth), clear = OverlapFigures.Dice(Pipeline.Segment(enhanced, new() { FaintPart = 1 }).Mask, truth);
        Assert.True(faint > 0.8 && faint > clear + 0.1, $"{faint:F3} {clear:F3}");
    }

    [Fact]
    public void Segment_OfSamplesOrHistogram_FromAnyStart_FindsTheSame()
    {
        (DiffusionStudy study, _) = Head(51, 2, [Bright]);
        DiffusionStudy enhanced = Pipeline.Enhance(study);
        Volume<byte> usual = Pipeline.Segment(enhanced).Mask;
        Assert.True(OverlapFigures.Dice(Pipeline.Segment(enhanced, new() { Input = ClusteringInput.Samples }).Mask, usual) > 0.99);
        FcmActiveContourSettings random = new() { Start = ClusteringStart.Random };
        Segmentation one = Pipeline.Segment(enhanced, random, new StageContext { Seed = 5 });
        Assert.True(OverlapFigures.Dice(one.Mask, usual) > 0.95);
        Assert.Equal(one.Labels.Span.ToArray(), Pipeline.Segment(enhanced, random, new StageContext { Seed = 5 }).Labels.Span.ToArray());
    }

    [Theory]
    [InlineData(SegmentationScope.Volume)]
    [InlineData(SegmentationScope.Slice)]
    public void Segment_OnAnyNumberOfThreads_GivesTheSameBits(SegmentationScope scope)
    {
        DiffusionStudy enhanced = Pipeline.Enhance(Head(61, 6, [Bright, Dark]).Study);
        FcmActiveContourSettings settings = new() { Scope = scope };
        byte[] one = Pipeline.Segment(enhanced, settings).Labels.Span.ToArray();
        Assert.Contains((byte)1, one);
        Assert.Equal(one, Pipeline.Segment(enhanced, settings, new StageContext { MaxDegreeOfParallelism = 4 }).Labels.Span.ToArray());
    }

    [Fact]
    public void Segment_OfTheSameBrainStoredOtherwise_GivesTheSamePhysicalResult()
    {
        DiffusionStudy enhanced = Pipeline.Enhance(Head(71, 6, [Bright, Dark]).Study);
        Segmentation expected = Pipeline.Segment(enhanced);
        // The same voxels in the opposite order along every axis.
        VolumeGeometry straight = enhanced.Geometry;
        AffineTransform map = straight.IndexToWorld;
        Point3 last = map.Apply(new(straight.Size.I - 1, straight.Size.J - 1, straight.Size.K - 1));
        var turned = new VolumeGeometry(straight.Size, new(-1 * map.ColumnI, -1 * map.ColumnJ, -1 * map.ColumnK, last));
        Volume<float> dwi = Turn(enhanced.Dwi, turned);
        Segmentation found = Pipeline.Segment(new DiffusionStudy(dwi).WithDwi(dwi, unitIntensity: true).WithBrainMask(Turn(enhanced.BrainMask!, turned)));
        Assert.Equal(Turn(expected.Labels, turned).Span.ToArray(), found.Labels.Span.ToArray());
        Assert.Same(turned, found.Geometry);
    }

    [Fact]
    public void Segment_ShowsWhatItDidOnlyToThoseWhoLook()
    {
        DiffusionStudy enhanced = Pipeline.Enhance(Head(81, 6, [Bright]).Study);
        var sink = new RecordingSink();
        // With its usual weight of length, the contour of so clear a lesion rests where it starts.
        var settings = new FcmActiveContourSettings { ContourSmoothness = 2 };
        Segmentation watched = Pipeline.Segment(enhanced, settings, new StageContext { Diagnostics = sink });
        Assert.Equal(Pipeline.Segment(enhanced, settings).Labels.Span.ToArray(), watched.Labels.Span.ToArray());
        var objective = (CurveDiagnostic)sink.Diagnostics["objective"];
        for (int n = 1; n < objective.Series[0].Y.Count; n++) Assert.True(objective.Series[0].Y[n] <= objective.Series[0].Y[n - 1] * (1 + 1e-12));
        var memberships = (CurveDiagnostic)sink.Diagnostics["memberships"];
        for (int n = 0; n < memberships.Series[0].Y.Count; n++) Assert.Equal(1, memberships.Series.Sum(s => s.Y[n]), 1e-9);
        var map = (MapDiagnostic)sink.Diagnostics["membership_hyper"];
        int lesion = watched.Labels.Span.IndexOf((byte)1);
        Assert.InRange(map.Values.Span[lesion], 0, 1);
        Assert.True(float.IsNaN(map.Values.Span[0]));
        var energy = (CurveDiagnostic)sink.Diagnostics["contour_energy"];
        Assert.True(energy.Series[0].Y[^1] < energy.Series[0].Y[0]);
        Assert.Equal(4, ((TableDiagnostic)sink.Diagnostics["searches"]).Rows.Count);
        Assert.Contains(((TableDiagnostic)sink.Diagnostics["contours"]).Rows, row => row[^1] == "yes");
        Assert.InRange(sink.Scalar("normal_median"), 0.3, 0.5);
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
    public void Segment_OfARealScan_FindsTheLargeInfarct()
    {
        (DiffusionStudy study, Volume<byte> truth) = RealCase.Isles("0003");
        double dice = OverlapFigures.Dice(Pipeline.Segment(Pipeline.Enhance(study)).Mask, truth);
        Assert.True(dice > 0.5, $"Dice {dice:F3}");
    }

    private static int Index(int count, double mm) => (int)Math.Round((mm / 1.8) + (0.5 * (count - 1)));

    private static (DiffusionStudy Study, Volume<byte> Truth) Head(int seed, int slices, PhantomLesion[] lesions) =>
        new EllipsePhantom { Size = new(128, 128, slices), Seed = seed, Lesions = lesions }.Make();

    private static Volume<T> Turn<T>(Volume<T> volume, VolumeGeometry turned)
        where T : unmanaged
    {
        T[] result = volume.Span.ToArray();
        Array.Reverse(result);
        return new(turned, result);
    }
}
