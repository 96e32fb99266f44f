namespace StrokeFramework.Phantom.Tests;

public sealed class AcuteArtifactTests
{
    private static readonly AcuteArtifactSettings BandsAlone = AcuteArtifactSettings.None with { BandChance = 1, MostBands = 4, BandMismatch = 0 };

    [Fact]
    public void Create_BandsSwitchedOff_RemovesThemAndNothingElse()
    {
        AcuteTrainingStudy with = SmallAcute.Create(0, SmallAcute.Clean with { Artifacts = BandsAlone });
        AcuteTrainingStudy without = SmallAcute.Create(0, SmallAcute.Clean with { Artifacts = AcuteArtifactSettings.None });
        Assert.True(with.Mask.Span.SequenceEqual(without.Mask.Span));
        int bright = 0, same = 0;
        for (int v = 0; v < with.Dwi.Span.Length; v++)
        {
            if (without.Dwi.Span[v] < 0.2 * without.NormalBrain) continue;
            double gain = with.Dwi.Span[v] / without.Dwi.Span[v];
            if (gain > 1.2) bright++;
            else if (Math.Abs(gain - 1) < 1e-4) same++;
            // A gain on both images is none on their ratio.
            Assert.Equal(without.Adc.Span[v], with.Adc.Span[v], 3e-6f);
        }

        Assert.True(bright > 20, $"{bright} bright voxels");
        Assert.True(same > 3 * bright);
    }

    [Fact]
    public void Create_NoArtifacts_LeavesNoTissueBrighterThanItsSignal()
    {
        // Without lesions, noise and artifacts the brightest tissue is a few tens of percent above normal brain.
        AcuteLesionSettings none = new() { MaskWeight = 0, EmboliWeight = 0, BothWeight = 0 };
        for (int index = 0; index < 6; index++)
        {
            AcuteTrainingStudy plain = SmallAcute.Create(index, SmallAcute.Clean with { Artifacts = AcuteArtifactSettings.None, Lesions = none });
            Assert.InRange(plain.Dwi.Span.ToArray().Max() / plain.NormalBrain, 1, 2.5);
        }
    }

    [Theory]
    [InlineData("blobs")]
    [InlineData("soft rim")]
    [InlineData("sharp rim")]
    [InlineData("cortex")]
    public void Create_EachKindAlone_BrightensTheBrain(string kind)
    {
        AcuteArtifactSettings none = AcuteArtifactSettings.None;
        AcuteArtifactSettings alone = kind switch
        {
            "blobs" => none with { MostBlobs = 20 },
            "soft rim" => none with { SoftRimChance = 1, SoftRimGain = new(0.5, 0.5) },
            "sharp rim" => none with { SharpRimChance = 1, SharpRimGain = new(2, 2) },
            _ => none with { CortexChance = 1, CortexGain = new(0.35, 0.35) },
        };
        int brighter = 0;
        for (int index = 0; index < 4; index++)
        {
            AcuteTrainingStudy with = SmallAcute.Create(index, SmallAcute.Clean with { Artifacts = alone });
            AcuteTrainingStudy without = SmallAcute.Create(index, SmallAcute.Clean with { Artifacts = none });
            for (int v = 0; v < with.Dwi.Span.Length; v++)
            {
                if (without.Dwi.Span[v] <= 0) continue;
                Assert.True(with.Dwi.Span[v] > without.Dwi.Span[v] * 0.999f);
                if (with.Dwi.Span[v] > without.Dwi.Span[v] * 1.05f) brighter++;
            }
        }

        Assert.True(brighter > 20, $"{brighter} brighter voxels");
    }
}
