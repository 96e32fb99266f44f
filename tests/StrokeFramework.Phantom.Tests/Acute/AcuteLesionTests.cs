namespace StrokeFramework.Phantom.Tests;

public sealed class AcuteLesionTests
{
    private static readonly AcuteLesionSettings Everywhere = new() { NoneWeight = 0, MaskWeight = 0, EmboliWeight = 0, BothWeight = 1 };

    // The same draws, but lesions that change neither ADC nor T2.
    private static readonly AcuteLesionSettings Invisible = Everywhere with
    {
        AcuteAdc = new(1, 1), SubacuteAdc = new(1, 1), AcuteT2 = new(1, 1), SubacuteT2 = new(1, 1),
    };

    [Fact]
    public void Mask_WithoutALimitOnFraction_IsWhereTheSignalRoseByTheLabelGain()
    {
        int labelled = 0;
        for (int index = 0; index < 4; index++)
        {
            AcuteLesionSettings open = Everywhere with { LabelFraction = 0, LabelTissue = 0 };
            AcuteTrainingStudy lesion = SmallAcute.Create(index, SmallAcute.Clean with { Lesions = open });
            AcuteTrainingStudy twin = SmallAcute.Create(index, SmallAcute.Clean with { Lesions = Invisible });
            Assert.False(twin.Mask.Span.Contains((byte)1));
            for (int v = 0; v < lesion.Mask.Span.Length; v++)
            {
                if (twin.Dwi.Span[v] <= 0) continue;
                double gain = lesion.Dwi.Span[v] / twin.Dwi.Span[v];
                labelled += lesion.Mask.Span[v];
                // Rounding alone decides within a thousandth of the limit.
                if (Math.Abs(gain - 1.12) > 1e-3) Assert.Equal(gain > 1.12, lesion.Mask.Span[v] == 1);
            }
        }

        Assert.True(labelled > 100);
    }

    [Fact]
    public void Mask_DefaultLimits_LeavesOutWhatIsFaintOrPartial()
    {
        AcuteTrainingSettings open = SmallAcute.Clean with { Lesions = Everywhere with { LabelFraction = 0, LabelTissue = 0, LabelGain = 0 } };
        int all = 0, kept = 0;
        for (int index = 0; index < 4; index++)
        {
            AcuteTrainingStudy loose = SmallAcute.Create(index, open), strict = SmallAcute.Create(index, SmallAcute.Clean with { Lesions = Everywhere });
            Assert.True(loose.Dwi.Span.SequenceEqual(strict.Dwi.Span));
            all += loose.Mask.Span.Count((byte)1);
            kept += strict.Mask.Span.Count((byte)1);
            for (int v = 0; v < loose.Mask.Span.Length; v++) Assert.True(strict.Mask.Span[v] <= loose.Mask.Span[v]);
        }

        Assert.InRange(kept, 1, all - 1);
    }

    [Fact]
    public void Create_WeightOfNone_IsTheShareWithoutLesion()
    {
        Assert.All(Enumerable.Range(0, 4), index => Assert.Equal(StrokeTypes.None, SmallAcute.Create(index, With(1, 0)).StrokeType));
        int empty = Enumerable.Range(0, 40).Count(index => SmallAcute.Create(index, With(1, 1)).StrokeType == StrokeTypes.None);
        // Half of them, within three standard deviations; small lesions may vanish between voxels of 4 mm.
        Assert.InRange(empty, 11, 32);

        static AcuteTrainingSettings With(double none, double both) =>
            SmallAcute.Settings with { Lesions = Everywhere with { NoneWeight = none, BothWeight = both } };
    }

    [Fact]
    public void Create_EmboliTurnedOff_LeavesTheBrainAsItWas()
    {
        AcuteTrainingStudy with = SmallAcute.Create(1, SmallAcute.Clean with { Lesions = Everywhere });
        AcuteTrainingStudy without = SmallAcute.Create(1, SmallAcute.Clean with { Lesions = Everywhere with { BothWeight = 0, MaskWeight = 1 } });
        int differ = 0, voxels = 0;
        for (int v = 0; v < with.Dwi.Span.Length; v++)
        {
            if (with.Dwi.Span[v] <= 0) continue;
            voxels++;
            if (MathF.Abs(with.Dwi.Span[v] - without.Dwi.Span[v]) > 1e-3f * with.Dwi.Span[v]) differ++;
        }

        Assert.InRange(differ, 1, voxels / 5);
    }

    [Fact]
    public void Change_OfALesion_NeverRaisesAdcAndNeverLowersT2()
    {
        var random = new PhantomRandom(3, 1);
        AcuteTrainingStudy lesion = SmallAcute.Create(2, SmallAcute.Clean with { Lesions = Everywhere });
        AcuteTrainingStudy twin = SmallAcute.Create(2, SmallAcute.Clean with { Lesions = Invisible });
        for (int draw = 0; draw < 2000; draw++)
        {
            int v = random.NextInt(lesion.Adc.Span.Length);
            Assert.True(lesion.Adc.Span[v] <= twin.Adc.Span[v] + 2e-6f || lesion.Dwi.Span[v] < 1e-3 * lesion.NormalBrain);
            Assert.True(lesion.Dwi.Span[v] >= twin.Dwi.Span[v] * 0.999f);
        }
    }
}
