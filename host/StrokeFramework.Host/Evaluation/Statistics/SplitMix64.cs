namespace StrokeFramework.Host.Evaluation;

/// <summary>
/// A small random generator whose numbers are the same on every machine and framework: SplitMix64 (Steele, Lea &amp;
/// Flood 2014, <see href="https://doi.org/10.1145/2660193.2660195"/>).
/// </summary>
internal struct SplitMix64(ulong seed)
{
    private ulong _state = seed;

    /// <summary>The next 64 random bits.</summary>
    public ulong Next()
    {
        ulong z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A random number from 0 to one less than a bound. Its bias, below bound / 2^64, does not matter here.</summary>
    public int Below(int bound) => (int)Math.BigMul(Next(), (ulong)bound, out _);
}
