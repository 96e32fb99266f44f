using StrokeFramework.Imaging;

namespace StrokeFramework.MarkerWatershed.Tests;

public sealed class AwkwardInputTests
{
    public static TheoryData<SegmentationScope> Scopes() => [SegmentationScope.Volume, SegmentationScope.Slice];

    [Theory]
    [MemberData(nameof(Scopes))]
    public void AConstantBrain_HasNoLesion(SegmentationScope scope) => Assert.True(Run(new(64, 64, 3), _ => 0.4f, scope).IsEmpty);

    [Theory]
    [MemberData(nameof(Scopes))]
    public void ABrainThatIsAllBright_HasNoLesion(SegmentationScope scope) =>
        Assert.True(Run(new(64, 64, 3), v => 0.9f + (1e-4f * (v % 5)), scope).IsEmpty);

    [Theory]
    [MemberData(nameof(Scopes))]
    public void OneVoxel_HasNoLesion(SegmentationScope scope) => Assert.True(Run(new(1, 1, 1), _ => 0.7f, scope).IsEmpty);

    [Theory]
    [MemberData(nameof(Scopes))]
    public void NumbersThatAreNone_AreNoLesion(SegmentationScope scope)
    {
        static float Image(int v) => v % 7 == 0 ? float.NaN : v % 11 == 0 ? float.PositiveInfinity : v / 64 % 64 < 8 && v % 64 < 8 ? 0.9f : 0.4f + (0.01f * (v % 3));
        Segmentation found = Run(new(64, 64, 2), Image, scope, new() { Scope = scope, MaximumHole = 0, Template = CorrelationTemplate.IdealLesion });
        Assert.False(found.IsEmpty);
        for (int v = 0; v < found.Labels.Span.Length; v++) Assert.True(found.Labels.Span[v] == 0 || float.IsFinite(Image(v)));
    }

    [Theory]
    [MemberData(nameof(Scopes))]
    public void NothingButNaN_IsRefusedInASentence(SegmentationScope scope) =>
        Assert.EndsWith(".", Assert.Throws<StageException>(() => Run(new(4, 4, 2), _ => float.NaN, scope)).Message, StringComparison.Ordinal);

    [Fact]
    public void AHugePicture_IsSegmented()
    {
        const int side = 4096;
        Segmentation found = Run(new(side, side, 1), v => v % side < 512 && v / side < 512 ? 0.8f : 0.4f, SegmentationScope.Slice);
        Assert.Equal(512 * 512, found.Mask.Span.Count((byte)1));
    }

    private static Segmentation Run(GridSize size, Func<int, float> image, SegmentationScope scope, MarkerWatershedSettings? settings = null)
    {
        VolumeGeometry geometry = VolumeGeometry.FromSpacing(size, new(1, 1, 5));
        var values = new float[size.Count];
        var brain = new byte[size.Count];
        for (int v = 0; v < values.Length; v++) (values[v], brain[v]) = (image(v), 1);
        var dwi = new Volume<float>(geometry, values);
        DiffusionStudy study = new DiffusionStudy(dwi).WithDwi(dwi, unitIntensity: true).WithBrainMask(new(geometry, brain));
        return Pipeline.Segment(study, settings ?? new() { Scope = scope, Side = LesionSide.Both });
    }
}
