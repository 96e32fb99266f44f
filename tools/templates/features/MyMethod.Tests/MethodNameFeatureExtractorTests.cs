namespace MethodName.Tests;

public sealed class MethodNameFeatureExtractorTests
{
    private readonly MethodNameFeatureExtractor _stage = new();

    [Fact]
    public void Extract_OfABall_GivesItsVolumeAndItsAdc()
    {
        FeatureTable table = _stage.Extract(TestStudy.Make(10), Lesions(10), new());
        ReadOnlySpan<double> row = Assert.Single(table.Rows).Values.Span;
        Assert.Equal(4.0 / 3 * Math.PI, row[0], 0.5); // a ball of 10 mm in ml, counted in voxels
        Assert.Equal(TestStudy.LesionAdc * 1000, row[1], 1e-6);
    }

    [Fact]
    public void Extract_SkipsVoxelsThatAreNoNumber()
    {
        DiffusionStudy study = TestStudy.Make(10);
        LesionSet lesions = Lesions(10);
        float[] adc = study.Adc!.Span.ToArray();
        adc[lesions.Lesions[0].Voxels.Span[0]] = float.NaN;
        ReadOnlySpan<double> row = _stage.Extract(study.WithAdc(new(study.Geometry, adc)), lesions, new()).Rows[0].Values.Span;
        Assert.Equal(TestStudy.LesionAdc * 1000, row[1], 1e-6);
    }

    [Fact]
    public void Extract_WithoutAnAdcMap_HasAMissingValue() =>
        Assert.True(double.IsNaN(_stage.Extract(TestStudy.Make(10).WithAdc(null), Lesions(10), new()).Rows[0].Values.Span[1]));

    [Fact]
    public void Extract_WithoutALesion_IsAnEmptyTable()
    {
        FeatureTable table = _stage.Extract(TestStudy.Make(0), new(TestStudy.Geometry, []), new());
        Assert.Empty(table.Rows);
        Assert.Equal(_stage.Schema.Hash, table.Schema.Hash);
    }

    private static LesionSet Lesions(double radius)
    {
        Volume<byte> ball = TestStudy.Ball(radius);
        int[] voxels = [.. Enumerable.Range(0, ball.Voxels.Length).Where(v => ball.Span[v] != 0)];
        return new(TestStudy.Geometry, [new Lesion(1, LesionPolarity.Hyperintense, voxels, voxels.Length * TestStudy.Geometry.VoxelVolume)]);
    }
}
