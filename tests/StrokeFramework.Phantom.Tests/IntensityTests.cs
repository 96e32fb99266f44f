namespace StrokeFramework.Phantom.Tests;

public sealed class IntensityTests
{
    [Theory]
    [InlineData(StrokeTypes.None)]
    [InlineData(StrokeTypes.AcuteIschemic)]
    [InlineData(StrokeTypes.ChronicIschemic)]
    public void Create_NormalBrain_HasItsModeAtATenthOfFullScale(string type)
    {
        PhantomStudy study = SmallPhantom.Create(type, 3);
        var brain = new List<float>();
        for (int v = 0; v < study.Dwi.Span.Length; v++)
        {
            if (study.Tissues.Parenchyma(v) > 0.9f && study.Mask.Span[v] == 0) brain.Add(study.Dwi.Span[v] / 4095);
        }

        Assert.InRange(IntensityMode.Of([.. brain]), 0.09f, 0.11f);
    }

    [Theory]
    [InlineData(12, 4095)]
    [InlineData(10, 1023)]
    public void Create_AnyStudy_StaysWithinTheBitsStored(int bits, float most)
    {
        PhantomSettings settings = SmallPhantom.Settings with { Acquisition = SmallPhantom.Settings.Acquisition with { BitsStored = bits } };
        PhantomStudy study = SmallPhantom.Create(StrokeTypes.AcuteIschemic, 1, settings);
        foreach (Volume<float> image in (Volume<float>[])[study.Dwi, study.B0])
        {
            Assert.True(image.Span.IndexOfAnyExceptInRange(0f, most) < 0);
            foreach (float value in image.Span) Assert.Equal(MathF.Round(value), value);
        }
    }

    [Fact]
    public void Of_TwoHumps_FindsTheTallerOne()
    {
        var random = new PhantomRandom(3, 3);
        float[] values = [.. Enumerable.Range(0, 9000).Select(n => (float)random.Normal(n % 3 == 0 ? 140 : 100, 6))];
        Assert.InRange(IntensityMode.Of(values), 98f, 102f);
        Assert.Equal(0, IntensityMode.Of([]));
    }
}
