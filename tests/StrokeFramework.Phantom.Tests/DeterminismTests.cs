using System.Runtime.InteropServices;

namespace StrokeFramework.Phantom.Tests;

public sealed class DeterminismTests
{
    [Fact]
    public void Create_SameSeedAndIndex_GivesTheSameBytes()
    {
        PhantomStudy a = PhantomGenerator.Create(SmallPhantom.Settings, 11, 3), b = PhantomGenerator.Create(SmallPhantom.Settings, 11, 3);
        AssertSame(a, b);
    }

    [Fact]
    public void Create_OtherSeedOrIndex_GivesAnotherBrain()
    {
        PhantomStudy a = PhantomGenerator.Create(SmallPhantom.Settings, 11, 3);
        Assert.False(a.Dwi.Span.SequenceEqual(PhantomGenerator.Create(SmallPhantom.Settings, 12, 3).Dwi.Span));
        Assert.False(a.Brain.Span.SequenceEqual(PhantomGenerator.Create(SmallPhantom.Settings, 11, 4).Brain.Span));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void ForEach_AnyThreadCount_GivesTheStudiesMadeAlone(int threads)
    {
        var made = new PhantomStudy[6];
        PhantomDataSet.ForEach(SmallPhantom.Settings, 5, made.Length, (index, study) => made[index] = study, threads: threads,
            cancellationToken: TestContext.Current.CancellationToken);
        for (int index = made.Length - 1; index >= 0; index--) AssertSame(PhantomGenerator.Create(SmallPhantom.Settings, 5, index), made[index]);
    }

    [Fact]
    public void Create_NoiseTurnedOff_LeavesAnatomyAndLesionsAsTheyWere()
    {
        // Streams are forked by purpose: what noise draws cannot move a lesion.
        PhantomSettings quiet = SmallPhantom.Settings with { Acquisition = SmallPhantom.Settings.Acquisition with { Noise = 0 } };
        PhantomStudy a = SmallPhantom.Create(StrokeTypes.AcuteIschemic), b = SmallPhantom.Create(StrokeTypes.AcuteIschemic, 0, quiet);
        Assert.True(a.LesionNumbers.Span.SequenceEqual(b.LesionNumbers.Span));
        Assert.Equal(a.Lesions, b.Lesions);
    }

    private static void AssertSame(PhantomStudy a, PhantomStudy b)
    {
        Assert.Equal(a.StrokeType, b.StrokeType);
        Assert.Equal(a.Lesions, b.Lesions);
        foreach ((Volume<float> one, Volume<float> other) in ((Volume<float>, Volume<float>)[])[(a.Dwi, b.Dwi), (a.B0, b.B0), (a.Adc, b.Adc)])
            Assert.True(MemoryMarshal.AsBytes(one.Span).SequenceEqual(MemoryMarshal.AsBytes(other.Span)));
        Assert.True(a.LesionNumbers.Span.SequenceEqual(b.LesionNumbers.Span));
    }
}
