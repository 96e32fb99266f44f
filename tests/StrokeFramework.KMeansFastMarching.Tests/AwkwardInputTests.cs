using StrokeFramework.Imaging;

namespace StrokeFramework.KMeansFastMarching.Tests;

public sealed class AwkwardInputTests
{
    public static TheoryData<SegmentationScope, LesionSide, ClusteringAlgorithm> Settings()
    {
        var all = new TheoryData<SegmentationScope, LesionSide, ClusteringAlgorithm>();
        foreach (SegmentationScope scope in Enum.GetValues<SegmentationScope>())
        {
            all.Add(scope, LesionSide.Both, ClusteringAlgorithm.Exact);
            all.Add(scope, LesionSide.Both, ClusteringAlgorithm.Lloyd);
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void AConstantBrain_HasNoLesion(SegmentationScope scope, LesionSide side, ClusteringAlgorithm algorithm) =>
        Assert.True(Run(new(6, 6, 4), _ => 0.4f, scope, side, algorithm).IsEmpty);

    [Theory]
    [MemberData(nameof(Settings))]
    public void ABrainThatIsAllBright_HasNoLesion(SegmentationScope scope, LesionSide side, ClusteringAlgorithm algorithm) =>
        Assert.True(Run(new(6, 6, 4), v => 0.9f + (1e-4f * (v % 5)), scope, side, algorithm).IsEmpty);

    [Theory]
    [MemberData(nameof(Settings))]
    public void OneVoxel_HasNoLesion(SegmentationScope scope, LesionSide side, ClusteringAlgorithm algorithm) =>
        Assert.True(Run(new(1, 1, 1), _ => 0.7f, scope, side, algorithm).IsEmpty);

    [Theory]
    [MemberData(nameof(Settings))]
    public void NumbersThatAreNone_AreNoLesion(SegmentationScope scope, LesionSide side, ClusteringAlgorithm algorithm)
    {
        static float Image(int v) => v % 7 == 0 ? float.NaN : v % 11 == 0 ? float.PositiveInfinity : 0.4f + (0.01f * (v % 3));
        Segmentation found = Run(new(12, 12, 4), Image, scope, side, algorithm);
        for (int v = 0; v < found.Labels.Span.Length; v++) Assert.True(found.Labels.Span[v] == 0 || float.IsFinite(Image(v)));
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void NothingButNaN_IsRefusedInASentence(SegmentationScope scope, LesionSide side, ClusteringAlgorithm algorithm) =>
        Assert.EndsWith(".", Assert.Throws<StageException>(() => Run(new(4, 4, 2), _ => float.NaN, scope, side, algorithm)).Message, StringComparison.Ordinal);

    [Fact]
    public void ALesionThatErosionWipesOut_StartsFromItsMiddle()
    {
        // A line of bright voxels, one voxel wide.
        Segmentation found = Run(new(40, 40, 1), v => v / 40 == 20 ? 0.9f : 0.4f + (0.001f * (v % 9)), SegmentationScope.Volume, LesionSide.Hyper, ClusteringAlgorithm.Exact);
        Assert.Equal(40, found.Mask.Span.Count((byte)1));
    }

    private static Segmentation Run(GridSize size, Func<int, float> image, SegmentationScope scope, LesionSide side, ClusteringAlgorithm algorithm)
    {
        VolumeGeometry geometry = VolumeGeometry.FromSpacing(size, new(1, 1, 5));
        var values = new float[size.Count];
        var brain = new byte[size.Count];
        for (int v = 0; v < values.Length; v++) (values[v], brain[v]) = (image(v), 1);
        var dwi = new Volume<float>(geometry, values);
        DiffusionStudy study = new DiffusionStudy(dwi).WithDwi(dwi, unitIntensity: true).WithBrainMask(new(geometry, brain));
        return Pipeline.Segment(study, new() { Scope = scope, Side = side, Algorithm = algorithm });
    }
}
