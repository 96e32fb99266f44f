using System.Numerics;

namespace StrokeFramework.Phantom;

/// <summary>
/// The phantom's own random numbers: xoshiro256** (Blackman and Vigna 2021, doi:10.1145/3460772) started by SplitMix64,
/// so that a study is the same on every runtime version. Streams are forked by a key, never shared, so that what one part
/// of a study draws cannot change another part. Not thread-safe: one per study.
/// </summary>
public sealed class PhantomRandom
{
    private readonly ulong _key;
    private ulong _s0, _s1, _s2, _s3;
    private double _spare;
    private bool _hasSpare;

    /// <summary>The stream of a seed and an index.</summary>
    /// <param name="seed">The seed of the data set.</param>
    /// <param name="index">The study, or any number that tells streams apart.</param>
    public PhantomRandom(long seed, long index)
        : this(Mix(Mix((ulong)seed) ^ (0x9E3779B97F4A7C15UL * ((ulong)index + 1))))
    {
    }

    private PhantomRandom(ulong key)
    {
        _key = key;
        (_s0, _s1, _s2, _s3) = (Mix(key + 1), Mix(key + 2), Mix(key + 3), Mix(key + 4));
    }

    /// <summary>An independent stream; depends on this stream's origin and the key, not on what has been drawn.</summary>
    public PhantomRandom Fork(int key) => new(Mix(_key ^ Mix((ulong)(uint)key + 0xD1B54A32D192ED03UL)));

    /// <summary>64 random bits.</summary>
    public ulong NextBits()
    {
        ulong result = BitOperations.RotateLeft(_s1 * 5, 7) * 9;
        ulong t = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= t;
        _s3 = BitOperations.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>Uniform in [0, 1).</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number in [0, count).</summary>
    public int NextInt(int count) => (int)(NextDouble() * count);

    /// <summary>Uniform in [from, to).</summary>
    public double Uniform(double from, double to) => from + ((to - from) * NextDouble());

    /// <summary>Uniform over a range.</summary>
    public double Uniform(ParameterRange range) => Uniform(range.From, range.To);

    /// <summary>A value whose logarithm is uniform over a range of positive numbers.</summary>
    public double LogUniform(double from, double to) => from * Math.Pow(to / from, NextDouble());

    /// <summary>True with the given chance.</summary>
    public bool Chance(double probability) => NextDouble() < probability;

    /// <summary>A standard normal number (Marsaglia's polar method).</summary>
    public double Normal()
    {
        if (_hasSpare)
        {
            _hasSpare = false;
            return _spare;
        }

        double u, v, s;
        do
        {
            u = (2 * NextDouble()) - 1;
            v = (2 * NextDouble()) - 1;
            s = (u * u) + (v * v);
        }
        while (s is >= 1 or 0);
        double scale = Math.Sqrt(-2 * Math.Log(s) / s);
        (_spare, _hasSpare) = (v * scale, true);
        return u * scale;
    }

    /// <summary>A normal number.</summary>
    public double Normal(double mean, double deviation) => mean + (deviation * Normal());

    /// <summary>A normal number.</summary>
    public double Normal(NormalSpread spread) => Normal(spread.Mean, spread.Deviation);

    /// <summary>A value whose logarithm is uniform over a range of positive numbers.</summary>
    public double LogUniform(ParameterRange range) => LogUniform(range.From, range.To);

    /// <summary>The index of one of the weights, in proportion to them.</summary>
    public int Pick(IReadOnlyList<double> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        double left = NextDouble() * weights.Sum();
        for (int choice = 0; choice < weights.Count - 1; choice++)
        {
            left -= weights[choice];
            if (left < 0) return choice;
        }

        return weights.Count - 1;
    }

    private static ulong Mix(ulong z)
    {
        z += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
