using StrokeFramework.Imaging;
using StrokeFramework.TestSupport;

namespace StrokeFramework.Glcm.Tests;

public sealed class GlcmSegmenterTests
{
    /// <summary>Levels where normal brain is at 0.1, radii in mm.</summary>
    [Theory]
    [InlineData(0.22, 10.8, 12.6, 1)]
    [InlineData(0.17, 18, 10.8, 1)]
    [InlineData(0.30, 27, 30, 1)]
    [InlineData(0.22, 10.8, 12.6, 24)]
    [InlineData(0.5, 12, 20, 24)]
    public void Segment_OfAClearLesion_FindsIt(double level, double x, double y, int slices)
    {
        for (int seed = 21; seed <= 23; seed++)
        {
            (DiffusionStudy study, Volume<byte> truth) = Head(seed, slices, [new(new(30, 15, 0), new(x, y, 15), level)]);
            Segmentation found = Pipeline.Segment(Pipeline.Enhance(study));
            double dice = OverlapFigures.Dice(found.Mask, truth);
            Assert.True(dice > 0.85, $"Dice {dice:F3} with seed {seed}");
            Assert.Equal(0, found.Labels.Span.Count((byte)2));
        }
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
    public void Segment_OfBothSides_LabelsThemApart()
    {
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
        GlcmSettings settings = new() { Scope = scope, Side = LesionSide.Both };
        byte[] one = Pipeline.Segment(enhanced, settings).Labels.Span.ToArray();
        Assert.Contains((byte)1, one);
        foreach (int threads in new[] { 2, 5 })
            Assert.Equal(one, Pipeline.Segment(enhanced, settings, new StageContext { MaxDegreeOfParallelism = threads }).Labels.Span.ToArray());
    }

    [Fact]
    public void Segment_ShowsWhatItDidOnlyToThoseWhoLook()
    {
        DiffusionStudy enhanced = Pipeline.Enhance(Head(81, 6, [new(new(30, 15, 0), new(12, 12, 15), 0.22)]).Study);
        var sink = new RecordingSink();
        Segmentation watched = Pipeline.Segment(enhanced, null, new StageContext { Diagnostics = sink });
        Assert.Equal(Pipeline.Segment(enhanced).Labels.Span.ToArray(), watched.Labels.Span.ToArray());
        double threshold = sink.Scalar("threshold_hyper");
        Assert.InRange(threshold, 0.4, 0.55);
        Assert.InRange(sink.Scalar("ratio_hyper"), 0, 0.6);
        var matrix = (MatrixDiagnostic)sink.Diagnostics["glcm"];
        Assert.Equal((128, 128), (matrix.Rows, matrix.Columns));
        var section = (CurveDiagnostic)sink.Diagnostics["cross_section"];
        Assert.Equal(threshold, section.Marks!["threshold hyper"]);
        Assert.InRange(section.Marks["normal brain"], 0.35, 0.45);
        Assert.Equal(128, ((CurveDiagnostic)sink.Diagnostics["gradient"]).Series[0].X.Count);
        Assert.All(((CurveDiagnostic)sink.Diagnostics["boundary_ratio"]).Series[0].Y, y => Assert.InRange(y, 0, 1));
        Assert.Single(((TableDiagnostic)sink.Diagnostics["searches"]).Rows);
    }

    [Fact]
    public void Segment_WhenCancelled_Stops()
    {
        DiffusionStudy enhanced = Pipeline.Enhance(Head(91, 2, []).Study);
        var cancelled = new StageContext { CancellationToken = new CancellationToken(canceled: true) };
        foreach (SegmentationScope scope in Enum.GetValues<SegmentationScope>())
            Assert.Throws<OperationCanceledException>(() => Pipeline.Segment(enhanced, new() { Scope = scope }, cancelled));
    }

    private static (DiffusionStudy Study, Volume<byte> Truth) Head(int seed, int slices, PhantomLesion[] lesions) =>
        new EllipsePhantom { Size = new(256, 256, slices), Spacing = new(0.9, 0.9, 5), Noise = 0.012, Seed = seed, Lesions = lesions }.Make();
}
