using StrokeFramework.Imaging;
using StrokeFramework.TestSupport;

namespace StrokeFramework.MarkerWatershed.Tests;

public sealed class MarkerWatershedSegmenterTests
{
    /// <summary>Levels where normal brain is at 0.1, radii in mm.</summary>
    [Theory]
    [InlineData(0.22, 10.8, 12.6, 1)]
    [InlineData(0.17, 18, 10.8, 1)]
    [InlineData(0.30, 25, 28, 1)]
    [InlineData(0.22, 10.8, 12.6, 24)]
    [InlineData(0.5, 12, 20, 24)]
    public void Segment_OfAClearLesion_FindsIt(double level, double x, double y, int slices)
    {
        for (int seed = 21; seed <= 23; seed++)
        {
            (DiffusionStudy study, Volume<byte> truth) = Head(seed, slices, [new(new(32, 15, 0), new(x, y, 15), level)]);
            DiffusionStudy enhanced = Pipeline.Enhance(study);
            foreach (CorrelationTemplate template in Enum.GetValues<CorrelationTemplate>())
            {
                Segmentation found = Pipeline.Segment(enhanced, new() { Template = template });
                double dice = OverlapFigures.Dice(found.Mask, truth);
                Assert.True(dice > 0.85, $"Dice {dice:F3} with seed {seed} and {template}");
                Assert.Equal(0, found.Labels.Span.Count((byte)2));
            }
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
    public void Segment_OfWhatIsOnBothSides_FindsNoLesion_UnlessOneIsAsked()
    {
        PhantomLesion right = new(new(35, 15, 0), new(10, 12, 15), 0.25), left = right with { Center = new(-35, 15, 0) };
        DiffusionStudy pair = Pipeline.Enhance(Head(41, 8, [right, left]).Study);
        Assert.True(Pipeline.Segment(pair).IsEmpty);
        Assert.Equal(2, LesionFinder.Find(Pipeline.Segment(pair, new() { Template = CorrelationTemplate.IdealLesion })).Lesions.Count);
        Assert.Equal(2, LesionFinder.Find(Pipeline.Segment(pair, new() { MirrorCorrelation = 1.01 })).Lesions.Count);
    }

    [Fact]
    public void Segment_OfADarkLesion_LeavesTheVentriclesOut()
    {
        PhantomLesion bright = new(new(35, 15, 0), new(12, 12, 15), 0.25), dark = new(new(-40, -20, 0), new(14, 14, 15), 0.03);
        (DiffusionStudy study, _) = Head(51, 8, [bright, dark]);
        DiffusionStudy enhanced = Pipeline.Enhance(study);
        Segmentation both = Pipeline.Segment(enhanced, new() { Side = LesionSide.Both });
        Assert.Equal(1, both.Labels[Index(35), Index(15), 4]);
        Assert.Equal(2, both.Labels[Index(-40), Index(-20), 4]);
        Assert.Equal(0, both.Labels[Index(12), Index(5), 4]);
        Assert.Equal(0, both.Labels[Index(-12), Index(5), 4]);
        Segmentation hypo = Pipeline.Segment(enhanced, new() { Side = LesionSide.Hypo });
        Assert.Equal(0, hypo.Labels.Span.Count((byte)1));
        Assert.Equal(both.Labels.Span.Count((byte)2), hypo.Labels.Span.Count((byte)2));
        static int Index(double mm) => (int)Math.Round((mm / 0.9) + (0.5 * 255));
    }

    [Theory]
    [InlineData(SegmentationScope.Volume)]
    [InlineData(SegmentationScope.Slice)]
    public void Segment_OfTheNegative_FindsTheSameOnTheDarkSide(SegmentationScope scope)
    {
        DiffusionStudy enhanced = Pipeline.Enhance(Head(55, 4, [new(new(30, 15, 0), new(12, 12, 15), 0.22)]).Study);
        // Multiples of a power of two, so that the negative is exact.
        float[] values = [.. enhanced.Dwi.Span.ToArray().Select(v => MathF.Round(v * 4096) / 4096)];
        DiffusionStudy positive = enhanced.WithDwi(new(enhanced.Geometry, values), unitIntensity: true);
        DiffusionStudy negative = enhanced.WithDwi(new(enhanced.Geometry, values.Select(v => 1 - v).ToArray()), unitIntensity: true);
        Segmentation bright = Pipeline.Segment(positive, new() { Scope = scope }), dark = Pipeline.Segment(negative, new() { Scope = scope, Side = LesionSide.Hypo });
        Assert.False(bright.IsEmpty);
        Assert.Equal(bright.Mask.Span.ToArray(), dark.Mask.Span.ToArray());
    }

    [Fact]
    public void Segment_WithRidgeLines_FindsALesionOfClearEdge()
    {
        (DiffusionStudy study, Volume<byte> truth) = Head(57, 8, [new(new(32, 15, 0), new(14, 18, 15), 0.3)]);
        Segmentation found = Pipeline.Segment(Pipeline.Enhance(study), new() { Scope = SegmentationScope.Slice, ExternalMarkers = ExternalMarkers.RidgeLines });
        double dice = OverlapFigures.Dice(found.Mask, truth);
        Assert.True(dice > 0.8, $"Dice {dice:F3}");
    }

    [Fact]
    public void Settings_WithRidgeLinesInAVolume_AreRefusedInASentence()
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => new MarkerWatershedSegmenter().Configure(new MarkerWatershedSettings { ExternalMarkers = ExternalMarkers.RidgeLines }));
        Assert.Contains("'ridge-lines'", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("'scope'", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SegmentationScope.Volume)]
    [InlineData(SegmentationScope.Slice)]
    public void Segment_OnAnyNumberOfThreads_GivesTheSameBits(SegmentationScope scope)
    {
        DiffusionStudy enhanced = Pipeline.Enhance(Head(61, 12, [new(new(30, 15, 0), new(12, 12, 15), 0.22)]).Study);
        MarkerWatershedSettings settings = new() { Scope = scope, Side = LesionSide.Both };
        byte[] one = Pipeline.Segment(enhanced, settings).Labels.Span.ToArray();
        Assert.Contains((byte)1, one);
        foreach (int threads in new[] { 2, 5 })
            Assert.Equal(one, Pipeline.Segment(enhanced, settings, new StageContext { MaxDegreeOfParallelism = threads }).Labels.Span.ToArray());
    }

    [Theory]
    [InlineData(SegmentationScope.Volume)]
    [InlineData(SegmentationScope.Slice)]
    public void Segment_ShowsWhatItDidOnlyToThoseWhoLook(SegmentationScope scope)
    {
        (DiffusionStudy study, Volume<byte> truth) = Head(81, 6, [new(new(30, 15, 0), new(12, 12, 15), 0.22)]);
        DiffusionStudy enhanced = Pipeline.Enhance(study);
        var sink = new RecordingSink();
        MarkerWatershedSettings settings = new() { Scope = scope };
        Segmentation watched = Pipeline.Segment(enhanced, settings, new StageContext { Diagnostics = sink });
        Assert.Equal(Pipeline.Segment(enhanced, settings).Labels.Span.ToArray(), watched.Labels.Span.ToArray());

        Assert.InRange(sink.Scalar("normal_median"), 0.35, 0.45);
        Assert.InRange(sink.Scalar("midsagittal_angle"), -2, 2);
        Assert.InRange(sink.Scalar("correlation_largest"), -1, 0.6);
        Volume<float> gradient = Map("gradient"), markers = Map("markers"), basins = Map("basins"), correlation = Map("correlation");
        for (int v = 0; v < truth.Span.Length; v++)
        {
            bool inside = enhanced.BrainMask!.Span[v] != 0;
            Assert.Equal(inside, gradient.Span[v] >= 0);
            Assert.Equal(inside, markers.Span[v] is 0 or 1 or 2);
            if (markers.Span[v] == 1) Assert.True(basins.Span[v] >= 1);
            if (markers.Span[v] == 2) Assert.True(float.IsNaN(basins.Span[v]));
            if (correlation.Span[v] >= -1) Assert.True(basins.Span[v] >= 1);
        }

        var patch = (MatrixDiagnostic)sink.Diagnostics["patch"];
        var template = (MatrixDiagnostic)sink.Diagnostics["template"];
        Assert.Equal((patch.Rows, patch.Columns), (template.Rows, template.Columns));
        Assert.True(patch.Values.ToArray().Where(double.IsFinite).Max() > template.Values.ToArray().Where(double.IsFinite).Max());
        var table = (TableDiagnostic)sink.Diagnostics["candidates"];
        Assert.All(table.Rows, row => Assert.Equal(table.Header.Count, row.Count));
        Assert.Contains(table.Rows, row => row[^1] == "yes" && row[^2] is "very weak" or "weak" or "moderate");
        Assert.Contains("internal markers hyper", ((CurveDiagnostic)sink.Diagnostics["histogram"]).Marks!.Keys);
        Volume<float> Map(string name) => ((MapDiagnostic)sink.Diagnostics[name]).Values;
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
