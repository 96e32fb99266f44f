using StrokeFramework.TestSupport;

namespace StrokeFramework.RadiologicalFeatures.Tests;

public sealed class RadiologicalFeatureExtractorTests
{
    private static readonly Head OnTheRight = new() { Lesion = (x, y, z) => Math.Pow(x - 32, 2) + (y * y) + (z * z) < 144 };

    [Fact]
    public void Ratios_CompareWithTheOtherHemisphere()
    {
        Dictionary<string, double> values = OnTheRight.Measure();
        Assert.Equal(3, values["dwi_ratio"], 1e-6);
        Assert.Equal(0.5, values["adc_ratio"], 1e-6);
        Assert.Equal(6, values["dwi_adc_ratio"], 1e-5);
        Assert.Equal(0.4, values["adc_mean"], 1e-6);
        Assert.Equal(0.4, values["adc_median"], 1e-6);
        Assert.Equal(0, values["adc_standard_deviation"], 1e-9);
    }

    [Fact]
    public void Place_IsToldInTheScannersCoordinates_WhateverTheFilesOrder()
    {
        // The same head stored from right to left and from top to bottom, with the axes in another order.
        var turned = OnTheRight with { Size = new(72, 64, 14), Map = new(new(0, 2, 0), new(-2, 0, 0), new(0, 0, -6), new(62, -70, 38)) };
        Dictionary<string, double> one = OnTheRight.Measure(), other = turned.Measure();
        Assert.Equal(1, one["side"]);
        Assert.Equal(32, one["centroid_right"], 0.5);
        Assert.Equal(0, one["centroid_anterior"], 0.5);
        Assert.All(one, v => Assert.Equal(v.Value, other[v.Key], 1e-6));
    }

    [Fact]
    public void LesionOfALeftHemisphere_InAHeadTurnedAgainstTheGrid_IsOnTheLeft()
    {
        Head turned = OnTheRight with { Turn = 8, Lesion = (x, y, z) => Math.Pow(x + 20, 2) + Math.Pow(y - 30, 2) + (z * z) < 100 };
        var sink = new RecordingSink();
        Dictionary<string, double> values = Head.Measure(turned.Make(), context: new StageContext { Diagnostics = sink });
        Assert.Equal(-1, values["side"]);
        Assert.Equal(8, sink.Scalar("midsagittal_angle"), 1.5);
        Assert.InRange(values["dwi_ratio"], 2.9, 3.3);
    }

    [Fact]
    public void LesionThatIsItsOwnMirrorImage_HasNoRatios()
    {
        Dictionary<string, double> values = (OnTheRight with { Lesion = (x, y, z) => Math.Pow(Math.Abs(x) - 30, 2) + (y * y) + (z * z) < 100 }).Measure();
        Assert.Equal(double.NaN, values["dwi_ratio"]);
        Assert.Equal(double.NaN, values["dwi_adc_ratio"]);
        Assert.Equal(0, values["side"], 0.1);
        Assert.Equal(0.4, values["adc_mean"], 1e-6);
    }

    [Theory]
    [InlineData(1, 1, 1, 15, 0.02)]
    [InlineData(1, 1, 3, 24, 0.03)]
    [InlineData(0.9, 0.9, 5, 30, 0.04)]
    public void Sphericity_OfABall_IsOne(double x, double y, double z, double radius, double tolerance)
    {
        Dictionary<string, double> values = Solid(x, y, z, radius + 6, (a, b, c) => (a * a) + (b * b) + (c * c) < radius * radius);
        Assert.Equal(1, values["sphericity"], tolerance);
        Assert.Equal(4 * Math.PI / 3 * Math.Pow(radius, 3) / 1000, values["volume"], values["volume"] * 0.015);
    }

    [Fact]
    public void Sphericity_OfACube_AndOfARod_AreTheirClosedForms()
    {
        // (pi / 6)^(1/3) = 0.806 with the true surface, 6 a²; projections along thirteen directions alone give 5.56 a².
        Assert.Equal(Math.Cbrt(Math.PI / 6) * 6 / 5.56, Solid(1, 1, 1, 20, (a, b, c) => Math.Max(Math.Abs(a), Math.Max(Math.Abs(b), Math.Abs(c))) < 12)["sphericity"], 0.03);
        // An ellipsoid of semi-axes 5, 5 and 20: volume 4/3 pi 500, surface 1009.9 by the closed form of a prolate spheroid.
        double e = Math.Sqrt(1 - (25 / 400.0)), surface = 2 * Math.PI * 25 * (1 + (20 / (5 * e) * Math.Asin(e)));
        double expected = Math.Cbrt(Math.PI) * Math.Pow(6 * 4 / 3.0 * Math.PI * 500, 2 / 3.0) / surface;
        Assert.Equal(expected, Solid(1, 1, 1, 24, (a, b, c) => (((a * a) + (b * b)) / 25) + (c * c / 400) < 1)["sphericity"], 0.02);
    }

    [Fact]
    public void WithoutAnAdcMap_ItsColumnsAreMissing_AndCanBeLeftOut()
    {
        (DiffusionStudy study, LesionSet lesions) = OnTheRight.Make();
        var log = new RecordingLog();
        Dictionary<string, double> values = Head.Measure((study.WithAdc(null), lesions), context: new StageContext { Log = log });
        Assert.Equal(double.NaN, values["adc_mean"]);
        Assert.Equal(double.NaN, values["dwi_adc_ratio"]);
        Assert.Equal(3, values["dwi_ratio"], 1e-6);
        Assert.Contains(log.InformationMessages, m => m.Contains("no ADC map", StringComparison.Ordinal));

        FeatureTable without = Head.Extract((study.WithAdc(null), lesions), new() { Adc = false });
        Assert.Equal(["volume", "sphericity", "dwi_ratio"], without.Schema.Columns.Select(c => c.Name));
        Assert.NotEqual(without.Schema.Hash, Head.Extract((study, lesions), new()).Schema.Hash);
    }

    [Fact]
    public void Extract_WithoutALesion_OfOneVoxel_AndOfVoxelsThatAreNoNumbers_Works()
    {
        Assert.Empty(Head.Extract((OnTheRight with { Lesion = (_, _, _) => false }).Make()).Rows);
        Dictionary<string, double> one = (OnTheRight with { Lesion = (x, y, z) => Math.Abs(x - 32) < 0.5 && Math.Abs(y) < 0.5 && Math.Abs(z - 2) < 0.5 }).Measure();
        Assert.Equal(0.024, one["volume"], 1e-9);
        Assert.Equal(3, one["dwi_ratio"], 1e-6);
        Assert.Equal(0, one["adc_standard_deviation"]);

        (DiffusionStudy study, LesionSet lesions) = OnTheRight.Make();
        float[] dwi = study.Dwi.Voxels.ToArray();
        Array.Fill(dwi, float.NaN);
        Dictionary<string, double> none = Head.Measure((study.WithDwi(new(study.Geometry, dwi), false), lesions));
        Assert.Equal(double.NaN, none["dwi_ratio"]);
        Assert.Equal(0.5, none["adc_ratio"], 1e-6);
    }

    [Fact]
    public void Lesions_OfAnotherGrid_AreRefused()
    {
        (DiffusionStudy study, _) = OnTheRight.Make();
        LesionSet other = (OnTheRight with { Map = new(new(2, 0, 0), new(0, 2, 0), new(0, 0, 6), default) }).Make().Lesions;
        Assert.Contains("grid", Assert.Throws<StageException>(() => Head.Extract((study, other))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Threads_DoNotChangeTheResult()
    {
        (DiffusionStudy, LesionSet) made = OnTheRight.Make();
        Assert.Equal(Head.Measure(made, context: new StageContext { MaxDegreeOfParallelism = 1 }), Head.Measure(made, context: new StageContext { MaxDegreeOfParallelism = 4 }));
    }

    private static Dictionary<string, double> Solid(double x, double y, double z, double reach, Func<double, double, double, bool> inside)
    {
        int Count(double spacing) => (2 * (int)Math.Ceiling(reach / spacing)) + 1;
        var size = new GridSize(Count(x), Count(y), Count(z));
        VolumeGeometry geometry = VolumeGeometry.FromSpacing(size, new(x, y, z));
        int[] voxels = [.. Enumerable.Range(0, (int)size.Count).Where(v => inside(((v % size.I) - (size.I / 2)) * x, ((v / size.I % size.J) - (size.J / 2)) * y, ((v / size.SliceCount) - (size.K / 2)) * z))];
        var study = new DiffusionStudy(new(geometry, new float[size.Count]));
        return Head.Measure((study, new(geometry, [new(1, LesionPolarity.Hyperintense, voxels, voxels.Length * geometry.VoxelVolume)])));
    }
}
