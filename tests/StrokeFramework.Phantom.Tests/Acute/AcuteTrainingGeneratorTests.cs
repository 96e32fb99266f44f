using System.Runtime.InteropServices;
using StrokeFramework.Imaging;

namespace StrokeFramework.Phantom.Tests;

public sealed class AcuteTrainingGeneratorTests
{
    [Fact]
    public void Create_DefaultGrid_IsThatOfTheIslesCases()
    {
        AcuteTrainingStudy study = AcuteTrainingGenerator.Create(SmallAcute.Library, new(), 5, 0);
        Assert.Equal(new GridSize(112, 112, 72), study.Dwi.Size);
        AffineTransform map = study.Dwi.Geometry.IndexToWorld;
        // LAS at 2 mm: i to the left, j to the front, k upwards.
        Assert.Equal((new Point3(-2, 0, 0), new Point3(0, 2, 0), new Point3(0, 0, 2)), (map.ColumnI, map.ColumnJ, map.ColumnK));
        Assert.Equal(study.Dwi.Geometry, study.Adc.Geometry);
        Assert.Equal(study.Dwi.Geometry, study.Mask.Geometry);
        int inside = study.Dwi.Span.ToArray().Count(value => value > 0);
        Assert.InRange(inside * study.Dwi.Geometry.VoxelVolume / 1000, 700, 2600);
        DiffusionStudy input = study.ToDiffusionStudy();
        Assert.Equal(StudyTraits.Adc, input.Traits);
        Assert.Equal(1000, input.Acquisition.BValue);
    }

    [Fact]
    public void Create_AnyThreadAndOrder_GivesTheSameBytes()
    {
        const int Count = 8;
        var made = new AcuteTrainingStudy[Count];
        _ = SmallAcute.Library;
        ParallelStudies.For(Count, index => made[index] = SmallAcute.Create(index), 4, TestContext.Current.CancellationToken);
        for (int index = Count - 1; index >= 0; index--) AssertSame(SmallAcute.Create(index), made[index]);
    }

    [Fact]
    public void Create_OtherGridBetween_LeavesAVolumeAsItWas()
    {
        // Memory is used again: a larger volume before must leave no trace.
        AcuteTrainingStudy before = SmallAcute.Create(3);
        AcuteTrainingGenerator.Create(SmallAcute.Library, SmallAcute.Settings with { Size = new(60, 60, 40) }, 5, 4);
        AssertSame(before, SmallAcute.Create(3));
    }

    [Fact]
    public void Create_OtherSeedOrIndex_GivesAnotherVolume()
    {
        AcuteTrainingStudy a = SmallAcute.Create(3);
        Assert.False(a.Dwi.Span.SequenceEqual(SmallAcute.Create(4).Dwi.Span));
        Assert.False(a.Dwi.Span.SequenceEqual(AcuteTrainingGenerator.Create(SmallAcute.Library, SmallAcute.Settings, 6, 3).Dwi.Span));
    }

    [Fact]
    public void Create_ManyVolumes_HaveAdcInSquareMillimetersPerSecondAndNormalBrainAtItsLevel()
    {
        for (int index = 0; index < 10; index++)
        {
            AcuteTrainingStudy study = SmallAcute.Create(index, SmallAcute.Settings with { Artifacts = AcuteArtifactSettings.None });
            List<float> adc = [], dwi = [];
            for (int v = 0; v < study.Mask.Span.Length; v++)
            {
                Assert.InRange(study.Adc.Span[v], 0, 0.004f);
                // Tissue, not CSF: half of normal brain's signal at least.
                if (study.Mask.Span[v] != 0 || study.Dwi.Span[v] < 0.5 * study.NormalBrain || study.Adc.Span[v] > 1.2e-3f) continue;
                adc.Add(study.Adc.Span[v]);
                dwi.Add(study.Dwi.Span[v]);
            }

            Assert.InRange(RobustStatistics.Median(CollectionsMarshal.AsSpan(adc)), 0.6e-3, 1.1e-3);
            Assert.InRange(RobustStatistics.Median(CollectionsMarshal.AsSpan(dwi)) / study.NormalBrain, 0.85, 1.15);
        }
    }

    [Fact]
    public void Create_Stripped_IsZeroOrFaintlyNegativeOutside()
    {
        AcuteTrainingSettings settings = SmallAcute.Settings with { Acquisition = new() { StripChance = 1, RingingChance = 1 } };
        AcuteTrainingStudy study = SmallAcute.Create(2, settings);
        Assert.True(study.IsStripped);
        float[] below = [.. study.Dwi.Span.ToArray().Where(value => value < 0)];
        Assert.NotEmpty(below);
        Assert.InRange(below.Min() / study.NormalBrain, -0.2, 0);
        Assert.Equal(0, study.Dwi.Span[0]);
        Assert.Equal(0, study.Adc.Span[0]);
    }

    [Fact]
    public void Create_Unstripped_HasNoiseInAirAndABrighterHead()
    {
        AcuteTrainingSettings settings = SmallAcute.Settings with { Acquisition = new() { StripChance = 0 } };
        AcuteTrainingStudy study = SmallAcute.Create(2, settings);
        Assert.False(study.IsStripped);
        Assert.True(study.Dwi.Span[0] > 0);
        int stripped = SmallAcute.Create(2, SmallAcute.Clean).Dwi.Span.ToArray().Count(value => value > 0);
        int withScalp = study.Dwi.Span.ToArray().Count(value => value > 0.08 * study.NormalBrain);
        Assert.True(withScalp > stripped);
    }

    [Fact]
    public void Create_NegativeIndex_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SmallAcute.Create(-1));

    [Fact]
    public void Create_GridThatMissesTheHead_SaysSo()
    {
        var e = Assert.Throws<InvalidOperationException>(() => SmallAcute.Create(0, SmallAcute.Settings with { Size = new(1, 1, 1), Spacing = new(0.01, 0.01, 0.01), Frame = new() { Shift = new(1e4, 0, 0) } }));
        Assert.Contains("holds no brain", e.Message, StringComparison.Ordinal);
    }

    private static void AssertSame(AcuteTrainingStudy a, AcuteTrainingStudy b)
    {
        Assert.True(MemoryMarshal.AsBytes(a.Dwi.Span).SequenceEqual(MemoryMarshal.AsBytes(b.Dwi.Span)));
        Assert.True(MemoryMarshal.AsBytes(a.Adc.Span).SequenceEqual(MemoryMarshal.AsBytes(b.Adc.Span)));
        Assert.True(a.Mask.Span.SequenceEqual(b.Mask.Span));
    }
}
