namespace StrokeFramework.Phantom.Tests;

public sealed class RicianNoiseTests
{
    [Fact]
    public void Add_ToNothing_IsRayleigh()
    {
        float[] values = Noisy(0, 3);
        // Rayleigh: mean σ√(π/2), second moment 2σ².
        Assert.Equal(3 * Math.Sqrt(Math.PI / 2), values.Average(), 0.02);
        Assert.Equal(18, values.Average(v => (double)v * v), 0.15);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    public void Add_ToSignal_HasRicianMoments(float signal)
    {
        float[] values = Noisy(signal, 2);
        // E[M²] = A² + 2σ² and E[M⁴] = A⁴ + 8σ²A² + 8σ⁴.
        double second = (signal * signal) + 8, fourth = Math.Pow(signal, 4) + (32 * signal * signal) + 128;
        Assert.Equal(1, values.Average(v => (double)v * v) / second, 0.01);
        Assert.Equal(1, values.Average(v => Math.Pow(v, 4)) / fourth, 0.02);
    }

    [Fact]
    public void Create_Background_HoldsOnlyNoiseOfTheStatedStrength()
    {
        PhantomStudy study = SmallPhantom.Create(StrokeTypes.None, 0, SmallPhantom.Settings with { Artifacts = new() { Scalp = 0 } });
        double sum = 0;
        int count = 0;
        for (int v = 0; v < study.Dwi.Span.Length; v++)
        {
            if (study.Tissues.Grey[v] + study.Tissues.White[v] + study.Tissues.Csf[v] + study.Tissues.Scalp[v] > 0) continue;
            sum += (double)study.Dwi.Span[v] * study.Dwi.Span[v];
            count++;
        }

        Assert.True(count > 10_000);
        Assert.Equal(1, sum / count / (2 * study.NoiseDeviation * study.NoiseDeviation), 0.03);
    }

    private static float[] Noisy(float signal, float sigma)
    {
        var values = new float[200_000];
        Array.Fill(values, signal);
        RicianNoise.Add(values, sigma, new PhantomRandom(1, 2));
        return values;
    }
}
