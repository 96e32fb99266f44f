using StrokeFramework.RCnn.Network;

namespace StrokeFramework.RCnn.Training;

/// <summary>
/// Average precision at an overlap of one half, by which networks are compared while they train: each box takes the true
/// box of its class that it overlaps most and that none with a better score has taken; the area under precision, made
/// falling, over recall (Everingham et al. 2010, from 2010 on).
/// </summary>
internal sealed class AveragePrecision(int classes)
{
    private const double Overlap = 0.5, NearlyBest = 0.99;

    private readonly List<(double Score, bool Hit, double Weight)>[] _found = [.. Enumerable.Range(0, classes).Select(_ => new List<(double, bool, double)>())];
    private readonly double[] _true = new double[classes];

    /// <summary>Adds a picture.</summary>
    /// <param name="found">Boxes, best score first.</param>
    /// <param name="truth">True boxes, four numbers each.</param>
    /// <param name="labels">Their classes.</param>
    /// <param name="weight">How many pictures it stands for.</param>
    public void Add(IReadOnlyList<FoundBox> found, ReadOnlySpan<float> truth, ReadOnlySpan<long> labels, double weight = 1)
    {
        foreach (long label in labels) _true[label] += weight;
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
            _found[box.Class].Add((box.Score, best >= 0, weight));
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
        (double Score, bool Hit, double Weight)[] ranked = [.. _found[label].OrderByDescending(f => f.Score)];
        var precision = new double[ranked.Length];
        double hits = 0, all = 0;
        for (int n = 0; n < ranked.Length; n++)
        {
            all += ranked[n].Weight;
            if (ranked[n].Hit) hits += ranked[n].Weight;
            precision[n] = hits / all;
        }

        double area = 0, best = 0;
        for (int n = ranked.Length - 1; n >= 0; n--)
        {
            best = Math.Max(best, precision[n]);
            if (ranked[n].Hit) area += best * ranked[n].Weight / _true[label];
        }

        return area;
    }

    /// <summary>
    /// The score from which on boxes are best told: where the harmonic mean of precision and recall, over all classes, is
    /// largest, or the lowest where it is nearly as large, since a missed lesion is worse than a false box. Null when no
    /// box is right.
    /// </summary>
    public double? DecisionScore()
    {
        double hits = 0, all = _true.Sum();
        List<(double Score, double Mean)> seen = [];
        foreach (var box in _found.SelectMany(f => f).OrderByDescending(f => f.Score))
        {
            all += box.Weight;
            if (!box.Hit) continue;
            hits += box.Weight;
            // Precision and recall together: twice the hits over all boxes, true and found.
            seen.Add((box.Score, 2 * hits / all));
        }

        if (seen.Count == 0) return null;
        double best = seen.Max(s => s.Mean);
        return seen.Last(s => s.Mean >= NearlyBest * best).Score;
    }

    private static double? OverlapOf(float[] a, ReadOnlySpan<float> b)
    {
        double common = (double)Math.Max(0, Math.Min(a[2], b[2]) - Math.Max(a[0], b[0])) * Math.Max(0, Math.Min(a[3], b[3]) - Math.Max(a[1], b[1]));
        double union = ((double)(a[2] - a[0]) * (a[3] - a[1])) + ((double)(b[2] - b[0]) * (b[3] - b[1])) - common;
        return union > 0 ? common / union : null;
    }
}
