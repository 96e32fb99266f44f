using StrokeFramework.Imaging;

namespace StrokeFramework.FcmActiveContour.Tests;

public sealed class AwkwardInputTests
{
    public static TheoryData<SegmentationScope, ContourKind, ClusteringInput> Settings()
    {
        var all = new TheoryData<SegmentationScope, ContourKind, ClusteringInput>();
        foreach (SegmentationScope scope in Enum.GetValues<SegmentationScope>())
        {
            all.Add(scope, ContourKind.ChanVese, ClusteringInput.Histogram);
            all.Add(scope, ContourKind.Geodesic, ClusteringInput.Samples);
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void AConstantBrain_HasNoLesion(SegmentationScope scope, ContourKind contour, ClusteringInput input) =>
        Assert.True(Run(new(12, 12, 4), _ => 0.4f, scope, contour, input).IsEmpty);

    [Theory]
    [MemberData(nameof(Settings))]
    public void ABrainThatIsAllBright_HasNoLesion(SegmentationScope scope, ContourKind contour, ClusteringInput input) =>
        Assert.True(Run(new(12, 12, 4), v => 0.9f + (1e-4f * (v % 5)), scope, contour, input).IsEmpty);

    [Theory]
    [MemberData(nameof(Settings))]
    public void OneVoxel_HasNoLesion(SegmentationScope scope, ContourKind contour, ClusteringInput input) =>
        Assert.True(Run(new(1, 1, 1), _ => 0.7f, scope, contour, input).IsEmpty);

    [Theory]
    [InlineData(1, 9, 4)]
    [InlineData(9, 1, 4)]
    [InlineData(1, 1, 9)]
    [InlineData(9, 9, 2)]
    public void AThinVolume_IsAnswered(int i, int j, int k)
    {
        foreach (SegmentationScope scope in Enum.GetValues<SegmentationScope>())
            Assert.Equal(i * j * k, Run(new(i, j, k), v => v % 3 == 0 ? 0.9f : 0.4f, scope, ContourKind.ChanVese, ClusteringInput.Histogram).Labels.Span.Length);
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void NumbersThatAreNone_AreNoLesion(SegmentationScope scope, ContourKind contour, ClusteringInput input)
    {
        static float Image(int v) => v % 7 == 0 ? float.NaN : v % 11 == 0 ? float.PositiveInfinity : IsLesion(v) ? 0.9f : 0.4f + (0.01f * (v % 3));
        Segmentation found = Run(new(100, 80, 4), Image, scope, contour, input);
        Assert.False(found.IsEmpty);
        for (int v = 0; v < found.Labels.Span.Length; v++) Assert.True(found.Labels.Span[v] == 0 || float.IsFinite(Image(v)));
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void NothingButNaN_IsRefusedInASentence(SegmentationScope scope, ContourKind contour, ClusteringInput input) =>
        Assert.EndsWith(".", Assert.Throws<StageException>(() => Run(new(4, 4, 2), _ => float.NaN, scope, contour, input)).Message, StringComparison.Ordinal);

    [Fact]
    public void ASliceOf4096x4096_IsAnswered()
    {
        var size = new GridSize(4096, 4096, 1);
        Segmentation found = Run(size, v => Inside(v) ? 0.8f : 0.4f + (0.01f * (v % 3)), SegmentationScope.Slice, ContourKind.ChanVese, ClusteringInput.Histogram, 0.06);
        int both = 0, truth = 0;
        for (int v = 0; v < found.Labels.Span.Length; v++)
        {
            truth += Inside(v) ? 1 : 0;
            both += Inside(v) && found.Labels.Span[v] == 1 ? 1 : 0;
        }

        Assert.True(both > 0.95 * truth);
        Assert.True(found.Labels.Span.Count((byte)1) < 1.05 * truth);

        static bool Inside(int v) => Math.Pow((v % 4096) - 2900, 2) + Math.Pow((v / 4096) - 1800, 2) < 150 * 150;
    }

    /// <summary>A block on one side of a head of 100x80 voxels.</summary>
    private static bool IsLesion(int v) => v % 100 is > 9 and < 31 && v / 100 % 80 is > 25 and < 52;

    private static Segmentation Run(GridSize size, Func<int, float> image, SegmentationScope scope, ContourKind contour, ClusteringInput input, double pixel = 1)
    {
        VolumeGeometry geometry = VolumeGeometry.FromSpacing(size, new(pixel, pixel, 5));
        var values = new float[size.Count];
        var brain = new byte[size.Count];
        for (int v = 0; v < values.Length; v++) (values[v], brain[v]) = (image(v), 1);
        var dwi = new Volume<float>(geometry, values);
        DiffusionStudy study = new DiffusionStudy(dwi).WithDwi(dwi, unitIntensity: true).WithBrainMask(new(geometry, brain));
        return Pipeline.Segment(study, new() { Scope = scope, Contour = contour, Input = input });
    }
}
