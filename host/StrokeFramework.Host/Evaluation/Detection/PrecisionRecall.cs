namespace StrokeFramework.Host.Evaluation;

/// <summary>
/// Precision against recall of one class as the score falls, and the area below it, the average precision. In each slice
/// detections are matched from the best score down, each to the true box not yet taken with which it overlaps most and at
/// least by the threshold; all others are false. The area is that below the smallest decreasing curve over the points
/// (Everingham et al. 2015, <see href="https://doi.org/10.1007/s11263-014-0733-5"/>).
/// </summary>
public sealed class PrecisionRecall
{
    private readonly (double Score, bool Hit, int Study)[] _ranked;
    private readonly int[] _truthOf;

    private PrecisionRecall((double Score, bool Hit, int Study)[] ranked, int[] truthOf) => (_ranked, _truthOf) = (ranked, truthOf);

    /// <summary>How many true boxes there are.</summary>
    public int TruthCount => _truthOf.Sum();

    /// <summary>Ranks the detections of a class.</summary>
    /// <param name="studies">The studies.</param>
    /// <param name="label">The class: detections of this label, and truth of studies of this stroke type.</param>
    /// <param name="leastOverlap">The least overlap (IoU) of a hit.</param>
    public static PrecisionRecall Of(IReadOnlyList<DetectionResult> studies, string label, double leastOverlap)
    {
        ArgumentNullException.ThrowIfNull(studies);
        List<(double, bool, int)> ranked = [];
        var truthOf = new int[studies.Count];
        for (int s = 0; s < studies.Count; s++)
        {
            IReadOnlyList<TrueBox> truth = studies[s].StrokeType == label ? studies[s].Truth : [];
            truthOf[s] = truth.Count;
            var taken = new bool[truth.Count];
            foreach (Detection found in studies[s].Found.Where(d => d.Label == label).OrderByDescending(d => d.Score))
            {
                int best = -1;
                double most = leastOverlap;
                for (int t = 0; t < truth.Count; t++)
                {
                    if (taken[t] || BoxOverlap.Of(found.Box, truth[t].Box) is var overlap && overlap < most) continue;
                    (best, most) = (t, BoxOverlap.Of(found.Box, truth[t].Box));
                }

                if (best >= 0) taken[best] = true;
                ranked.Add((found.Score, best >= 0, s));
            }
        }

        // Equal scores of different studies keep the order of the studies, so that the same data gives the same curve.
        return new([.. ranked.OrderByDescending(r => r.Item1)], truthOf);
    }

    /// <summary>The points of the curve, from the best score down: recall, precision.</summary>
    public IReadOnlyList<(double Recall, double Precision)> Points()
    {
        List<(double, double)> points = [];
        int truth = TruthCount, hits = 0;
        for (int n = 0; n < _ranked.Length; n++)
        {
            if (_ranked[n].Hit) hits++;
            points.Add(((double)hits / truth, (double)hits / (n + 1)));
        }

        return points;
    }

    /// <summary>The average precision, in [0, 1]; NaN without a true box.</summary>
    public double Average() => Average(Enumerable.Repeat(1, _truthOf.Length).ToArray());

    /// <summary>The average precision of a resample.</summary>
    /// <param name="times">How often each study stands in it.</param>
    internal double Average(IReadOnlyList<int> times)
    {
        long truth = 0;
        for (int s = 0; s < _truthOf.Length; s++) truth += (long)times[s] * _truthOf[s];
        if (truth == 0) return double.NaN;
        var points = new List<(long Hits, double Precision)>(_ranked.Length);
        long hits = 0, all = 0;
        foreach ((_, bool hit, int study) in _ranked)
        {
            all += times[study];
            if (hit) hits += times[study];
            if (all > 0) points.Add((hits, (double)hits / all));
        }

        double area = 0, highest = 0;
        for (int n = points.Count - 1; n >= 0; n--)
        {
            highest = Math.Max(highest, points[n].Precision);
            area += (points[n].Hits - (n > 0 ? points[n - 1].Hits : 0)) * highest;
        }

        return area / truth;
    }
}
