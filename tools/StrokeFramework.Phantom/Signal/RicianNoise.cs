namespace StrokeFramework.Phantom;

/// <summary>
/// The noise of a magnitude image: normal noise in the real and the imaginary channel, then the modulus, which is Rician
/// (Gudbjartsson and Patz 1995, doi:10.1002/mrm.1910340618).
/// </summary>
public static class RicianNoise
{
    /// <summary>Adds noise in place.</summary>
    /// <param name="signal">True magnitudes, at least 0.</param>
    /// <param name="sigma">Standard deviation in each channel, in the signal's unit.</param>
    /// <param name="random">The stream to draw from.</param>
    public static void Add(Span<float> signal, float sigma, PhantomRandom random)
    {
        ArgumentNullException.ThrowIfNull(random);
        if (sigma <= 0) return;
        const float Unit = 1f / (1 << 24);
        for (int v = 0; v < signal.Length; v++)
        {
            // One draw feeds both halves of a Box-Muller pair in polar form: its length and its direction.
            ulong bits = random.NextBits();
            float length = sigma * MathF.Sqrt(-2 * MathF.Log(((uint)(bits >> 40) + 1) * Unit));
            float truth = signal[v];
            if (truth == 0)
            {
                signal[v] = length;
                continue;
            }

            float cos = MathF.Cos(2 * MathF.PI * ((uint)(bits & 0xFFFFFF) * Unit));
            signal[v] = MathF.Sqrt(MathF.Max(0, (truth * truth) + (2 * truth * length * cos) + (length * length)));
        }
    }
}
