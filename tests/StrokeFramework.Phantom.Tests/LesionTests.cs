namespace StrokeFramework.Phantom.Tests;

public sealed class LesionTests
{
    [Fact]
    public void Create_MeanIntensity_OrdersTheClassesAsOnRealScans()
    {
        double acute = Ratio(StrokeTypes.AcuteIschemic), subacute = Ratio(StrokeTypes.SubacuteIschemic), chronic = Ratio(StrokeTypes.ChronicIschemic);
        Assert.True(acute > subacute, $"acute {acute:0.00} against sub-acute {subacute:0.00}");
        Assert.True(subacute > 1.1, $"sub-acute {subacute:0.00}");
        Assert.True(chronic < 0.85, $"chronic {chronic:0.00}");
        Assert.True(acute > 1.2, $"acute {acute:0.00}");
    }

    [Fact]
    public void Create_Hemorrhage_HasADarkCoreInABrightRim()
    {
        PhantomSettings settings = SmallPhantom.Settings with
        {
            Lesions = SmallPhantom.Settings.Lesions with { AcuteHemorrhage = SmallPhantom.Settings.Lesions.AcuteHemorrhage with { Volume = new(25, 40), RimThickness = new(4, 5) } },
        };
        PhantomStudy study = SmallPhantom.Create(StrokeTypes.AcuteHemorrhage, 4, settings);
        (double inner, double outer) = CoreAndRim(study);
        Assert.True(inner < 0.6 * study.NormalBrain, $"core at {inner / study.NormalBrain:0.00} of normal brain");
        Assert.True(outer > 1.5 * inner, $"rim at {outer / study.NormalBrain:0.00} of normal brain");
    }

    [Fact]
    public void Create_EveryType_HasLesionsOfAtLeastTheMinimumVolume()
    {
        foreach (string type in StrokeTypes.All)
        {
            for (int index = 0; index < 4; index++)
            {
                PhantomStudy study = SmallPhantom.Create(type, index);
                Assert.NotEmpty(study.Lesions);
                foreach (PhantomLesion lesion in study.Lesions)
                {
                    int voxels = study.LesionNumbers.Span.Count((byte)lesion.Number);
                    Assert.Equal(voxels * study.Dwi.Geometry.VoxelVolume / 1000, lesion.Volume, 6);
                    Assert.True(lesion.Volume >= 0.3, $"{type} {index}: {lesion.Volume} ml");
                    Assert.Equal(type, lesion.StrokeType);
                    Assert.InRange(lesion.Parameters.Severity, 0, 1);
                }
            }
        }
    }

    [Fact]
    public void Create_WithoutLesion_HasAnEmptyMask()
    {
        PhantomStudy study = SmallPhantom.Create(StrokeTypes.None);
        Assert.Empty(study.Lesions);
        Assert.False(study.Mask.Span.ContainsAnyExcept((byte)0));
    }

    [Fact]
    public void Create_RecordedCenter_LiesAmongTheLesionsVoxels()
    {
        PhantomStudy study = SmallPhantom.Create(StrokeTypes.AcuteHemorrhage, 2);
        PhantomLesion lesion = study.Lesions[0];
        Point3 at = study.Dwi.Geometry.WorldToIndex.Apply(lesion.Center);
        Assert.Equal(lesion.Number, study.LesionNumbers[(int)Math.Round(at.X), (int)Math.Round(at.Y), (int)Math.Round(at.Z)]);
    }

    [Fact]
    public void Create_HeadOutsideTheField_SaysSo()
    {
        PhantomSettings tiny = SmallPhantom.Settings with { Acquisition = new() { Size = new(8, 8, 1), Spacing = new(0.5, 0.5, 1) } };
        var e = Assert.Throws<InvalidOperationException>(() => SmallPhantom.Create(StrokeTypes.ChronicIschemic, 0, tiny));
        Assert.Contains("8x8x1", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Draw_OneSeverity_MovesAllParametersTogether()
    {
        LesionSettings exact = SmallPhantom.Plain.Lesions;
        for (int n = 0; n < 20; n++)
        {
            LesionParameters p = LesionParameters.Draw(StrokeTypes.AcuteIschemic, exact, new PhantomRandom(1, n));
            Assert.Equal(0.60e-3 - (0.25e-3 * p.Severity), p.Core.Adc, 9);
            Assert.Equal(1.05 + (0.35 * p.Severity), p.Core.T2, 9);
        }
    }

    private static double Ratio(string type)
    {
        var ratios = new List<double>();
        for (int index = 0; index < 5; index++)
        {
            PhantomStudy study = SmallPhantom.Create(type, index);
            for (int v = 0; v < study.Mask.Span.Length; v++)
            {
                if (study.Mask.Span[v] != 0) ratios.Add(study.Dwi.Span[v] / study.NormalBrain);
            }
        }

        return ratios.Average();
    }

    // Means of the voxels with four lesion neighbors in their slice after three peelings, and of the outermost layer.
    private static (double Inner, double Outer) CoreAndRim(PhantomStudy study)
    {
        GridSize size = study.Dwi.Size;
        byte[] depth = study.Mask.Span.ToArray();
        for (byte layer = 1; layer < 4; layer++)
        {
            byte[] before = (byte[])depth.Clone();
            for (int v = size.I; v < depth.Length - size.I; v++)
            {
                if (before[v] == layer && before[v - 1] >= layer && before[v + 1] >= layer && before[v - size.I] >= layer && before[v + size.I] >= layer) depth[v]++;
            }
        }

        double Mean(int at) => Enumerable.Range(0, depth.Length).Where(v => depth[v] == at).Average(v => study.Dwi.Span[v]);
        return (Mean(4), Mean(1));
    }
}
