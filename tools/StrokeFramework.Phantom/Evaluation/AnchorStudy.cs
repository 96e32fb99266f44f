namespace StrokeFramework.Phantom;

/// <summary>Intensities of one study, counted by lesion and other brain: all that a threshold needs.</summary>
internal sealed class AnchorStudy
{
    public const int Bins = 1500;
    public const double BinWidth = 0.008;

    // In mm.
    private const double EdgeWidth = 3;

    private readonly long[] _lesion = new long[Bins], _other = new long[Bins];

    public AnchorStudy(PhantomStudy study)
    {
        StrokeType = study.StrokeType;
        double scale = 1 / (study.NormalBrain * BinWidth);
        double sum = 0;
        ReadOnlySpan<float> dwi = study.Dwi.Span;
        ReadOnlySpan<byte> mask = study.Mask.Span;
        byte[] brain = Core(study.Brain);
        for (int v = 0; v < dwi.Length; v++)
        {
            if (brain[v] == 0 && mask[v] == 0) continue;
            int bin = Math.Min(Bins - 1, (int)(dwi[v] * scale));
            if (mask[v] != 0)
            {
                _lesion[bin]++;
                Lesion++;
                sum += dwi[v] / study.NormalBrain;
            }
            else
            {
                _other[bin]++;
            }
        }

        MeanRatio = Lesion > 0 ? sum / Lesion : double.NaN;
    }

    /// <summary>The brain without its outermost millimeters in each slice, where it blends with fluid and skull.</summary>
    private static byte[] Core(Volume<byte> brain)
    {
        GridSize size = brain.Size;
        Point3 spacing = brain.Geometry.Spacing;
        byte[] core = brain.Span.ToArray();
        for (int round = Math.Max(1, (int)Math.Round(EdgeWidth / spacing.X)); round > 0; round--)
        {
            byte[] previous = (byte[])core.Clone();
            for (int v = size.I; v < core.Length - size.I; v++)
            {
                if (previous[v - 1] + previous[v + 1] + previous[v - size.I] + previous[v + size.I] < 4) core[v] = 0;
            }
        }

        return core;
    }

    public string StrokeType { get; }

    public long Lesion { get; }

    public double MeanRatio { get; }

    public ReadOnlySpan<long> LesionCounts => _lesion;

    /// <summary>Dice of every threshold: what lies in a bin or beyond it on the side.</summary>
    public double[] Dice(LesionPolarity side)
    {
        var dice = new double[Bins];
        long hit = 0, found = 0;
        for (int step = 0; step < Bins; step++)
        {
            int bin = side == LesionPolarity.Hyperintense ? Bins - 1 - step : step;
            hit += _lesion[bin];
            found += _lesion[bin] + _other[bin];
            dice[bin] = 2.0 * hit / (found + Lesion);
        }

        return dice;
    }
}
