namespace StrokeFramework.Phantom.Tests;

public sealed class DifficultyTests
{
    [Fact]
    public void ForDifficulty_Middle_IsTheDefault()
    {
        PhantomSettings middle = PhantomSettings.ForDifficulty(0.5), defaults = new();
        Assert.Equal(defaults.Acquisition, middle.Acquisition);
        Assert.Equal(defaults.Artifacts, middle.Artifacts);
        Assert.Equal(defaults.Tissues, middle.Tissues);
        Assert.Equal(defaults.Lesions.MinimumVolume, middle.Lesions.MinimumVolume, 12);
    }

    [Fact]
    public void ForDifficulty_Harder_MeansMoreNoiseAndSmallerLesions()
    {
        PhantomSettings easy = PhantomSettings.ForDifficulty(0), hard = PhantomSettings.ForDifficulty(1);
        Assert.True(easy.Acquisition.Noise < hard.Acquisition.Noise);
        Assert.True(easy.Lesions.MinimumVolume > hard.Lesions.MinimumVolume);
        Assert.Equal(0, easy.Artifacts.Bands);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void ForDifficulty_OutOfRange_IsRefused(double difficulty) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PhantomSettings.ForDifficulty(difficulty));
}
