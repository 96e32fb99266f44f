namespace MethodName.Tests;

public sealed class MethodNamePreprocessorTests
{
    [Fact]
    public void Process_OfARamp_GivesTheClosedForm()
    {
        // 0 to 100 in steps of 1: the percentiles are the values themselves.
        VolumeGeometry line = VolumeGeometry.FromSpacing(new(101, 1, 1), new(2, 2, 5));
        var ramp = new Volume<float>(line, Enumerable.Range(0, 101).Select(v => (float)v).ToArray());
        var all = new byte[101];
        Array.Fill(all, (byte)1);
        DiffusionStudy study = new DiffusionStudy(ramp).WithBrainMask(new(line, all));

        DiffusionStudy result = Stage(new() { Lower = 10, Upper = 90 }).Process(study, new());

        for (int v = 0; v <= 100; v++) Assert.Equal(Math.Clamp((v - 10) / 80.0, 0, 1), result.Dwi.Span[v], 1e-6);
        Assert.True(result.HasUnitIntensity);
    }

    [Fact]
    public void Process_KeepsGridAndInput_AndCountsNotANumberAsZero()
    {
        DiffusionStudy study = TestStudy.Make(lesionRadius: 10);
        float[] voxels = study.Dwi.Span.ToArray();
        voxels[0] = float.NaN;
        study = study.WithDwi(new(study.Geometry, voxels), unitIntensity: false);
        float[] before = study.Dwi.Span.ToArray();

        DiffusionStudy result = new MethodNamePreprocessor().Process(study, new());

        Assert.Null(study.Geometry.DescribeMismatch(result.Geometry));
        Assert.Equal(before, study.Dwi.Span.ToArray());
        Assert.Equal(0, result.Dwi.Span[0]);
    }

    [Fact]
    public void Process_OfOneIntensity_EndsInASentence()
    {
        var flat = new float[TestStudy.Geometry.Size.Count];
        DiffusionStudy study = TestStudy.Make(0).WithDwi(new(TestStudy.Geometry, flat), unitIntensity: true);
        Assert.Contains("same intensity", Assert.Throws<StageException>(() => new MethodNamePreprocessor().Process(study, new())).Message);
    }

    [Fact]
    public void Configure_WithPercentilesInTheWrongOrder_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Stage(new() { Lower = 90, Upper = 10 }));

    private static MethodNamePreprocessor Stage(MethodNamePreprocessor.Settings settings)
    {
        var stage = new MethodNamePreprocessor();
        stage.Configure(settings);
        return stage;
    }
}
