using StrokeFramework.RCnn.Network;

namespace StrokeFramework.RCnn.Training;

/// <summary>
/// Average precision at an overlap of one half, by which networks are compared while they train: each box takes the true
/// box of its class that it overlaps most and that none with a better score has taken; the area under precision, made
/// falling, over recall (Everingham et al. 2010, from 2010 on).
/// </summary>
internal sealed class AveragePrecision(int classes)
{
    private const double Overlap = 0.5;

    private readonly List<(double Score, bool Hit)>[] _found = [.. Enumerable.Range(0, classes).Select(_ => new List<(double, bool)>())];
    private readonly int[] _true = new int[classes];

    /// <summary>Adds a picture.</summary>
    /// <param name="found">Boxes, best score first.</param>
    /// <param name="truth">True boxes, four numbers each.</param>
    /// <param name="labels">Their classes.</param>
    public void Add(IReadOnlyList<FoundBox> found, ReadOnlySpan<float> truth, ReadOnlySpan<long> labels)
    {
        foreach (long label in labels) _true[label]++;
        var taken = new bool[labels.Length];
        foreach (FoundBox box in found)
        {
            int best = -1;
            double most = Overlap;
            for (int t = 0; t < labels.Length; t++)
            {
                if (taken[t] || labels[t] != box.Class || OverlapOf(box.Box, truth.Slice(4 * t, 4)) is not { } overlap || overlap < most) continue;
                (best, most) = (t, overlap);
            }

            if (best >= 0) taken[best] = true;
            _found[box.Class].Add((box.Score, best >= 0));
        }
    }

    /// <summary>The mean over the classes that have a true box; NaN when none has.</summary>
    public double Mean()
    {
        double[] each = [.. Enumerable.Range(0, _true.Length).Where(c => _true[c] > 0).Select(Of)];
        return each.Length == 0 ? double.NaN : each.Average();
    }

    /// <summary>That of a class; 0 when it has no true box.</summary>
    public double Of(int label)
    {
        (double Score, bool Hit)[] ranked = [.. _found[label].OrderByDescending(f => f.Score)];
        var precision = new double[ranked.Length];
        int hits = 0;
        for (int n = 0; n < ranked.Length; n++)
        {
            if (ranked[n].Hit) hits++;
            precision[n] = (double)hits / (n + 1);
        }

        double area = 0, best = 0;
        for (int n = ranked.Length - 1; n >= 0; n--)
        {
            best = Math.Max(best, precision[n]);
            if (ranked[n].Hit) area += best / _true[label];
        }

        return area;
    }

    private static double? OverlapOf(float[] a, ReadOnlySpan<float> b)
    {
        double common = (double)Math.Max(0, Math.Min(a[2], b[2]) - Math.Max(a[0], b[0])) * Math.Max(0, Math.Min(a[3], b[3]) - Math.Max(a[1], b[1]));
        double union = ((double)(a[2] - a[0]) * (a[3] - a[1])) + ((double)(b[2] - b[0]) * (b[3] - b[1])) - common;
        return union > 0 ? common / union : null;
    }
}
