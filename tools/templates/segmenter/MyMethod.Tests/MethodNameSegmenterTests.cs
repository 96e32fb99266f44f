namespace MethodName.Tests;

public sealed class MethodNameSegmenterTests
{
    private readonly MethodNameSegmenter _stage = new();

    [Theory]
    [InlineData(8)]
    [InlineData(12)]
    public void Segment_OfABrightBall_FindsIt(double radius)
    {
        ReadOnlySpan<byte> truth = TestStudy.Ball(radius).Span;
        ReadOnlySpan<byte> found = _stage.Segment(TestStudy.Make(radius), new()).Mask.Span;
        int both = 0, either = 0;
        for (int v = 0; v < truth.Length; v++)
        {
            both += truth[v] & found[v];
            either += truth[v] + found[v];
        }

        Assert.InRange(2.0 * both / either, 0.9, 1);
    }

    [Fact]
    public void Segment_WithoutALesion_IsEmpty() => Assert.True(_stage.Segment(TestStudy.Make(lesionRadius: 0), new()).IsEmpty);

    [Fact]
    public void Segment_OfAnEmptyBrain_IsEmpty()
    {
        var nowhere = new Volume<byte>(TestStudy.Geometry, new byte[TestStudy.Geometry.Size.Count]);
        Assert.True(_stage.Segment(TestStudy.Make(10).WithBrainMask(nowhere), new()).IsEmpty);
    }

    [Fact]
    public void Segment_KeepsGridAndInput()
    {
        DiffusionStudy study = TestStudy.Make(lesionRadius: 10);
        float[] before = study.Dwi.Span.ToArray();
        Segmentation result = _stage.Segment(study, new());
        Assert.Null(study.Geometry.DescribeMismatch(result.Geometry));
        Assert.Equal(before, study.Dwi.Span.ToArray());
    }
}
