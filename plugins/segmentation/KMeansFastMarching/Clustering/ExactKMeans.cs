using System.Numerics;
using System.Runtime.InteropServices;

namespace StrokeFramework.KMeansFastMarching.Clustering;

/// <summary>
/// The global optimum of k-means in one dimension by dynamic programming over sorted values (Wang &amp; Song 2011,
/// <see href="https://doi.org/10.32614/RJ-2011-015"/>). The best last cut moves up with the end of the stretch, so each
/// layer is filled by divide and conquer in n log n steps.
/// </summary>
internal sealed class ExactKMeans
{
    private readonly SortedSamples _samples;
    private readonly CancellationToken _cancellation;
    private readonly List<int[]> _cuts = [];
    private readonly Dictionary<int, Clusters> _solved = [];
    private double[] _inertia;

    public ExactKMeans(SortedSamples samples, CancellationToken cancellation)
    {
        (_samples, _cancellation) = (samples, cancellation);
        // Layer 1: the first p values in one cluster.
        _inertia = new double[samples.Distinct + 1];
        for (int p = 1; p < _inertia.Length; p++) _inertia[p] = samples.Inertia(0, p);
    }

    /// <summary>The best partition into k clusters, or into as many as there are distinct values. Layers are kept for a larger k.</summary>
    public Clusters Solve(int k)
    {
        k = Math.Min(k, _samples.Distinct);
        for (int n = 1; n <= k; n++)
        {
            if (n > 2 && _cuts.Count < n - 2) AddLayer();
            if (_cuts.Count == Math.Max(0, n - 2) && !_solved.ContainsKey(n)) _solved[n] = Backtrack(n);
        }

        return _solved[k];
    }

    /// <summary>The last layer is wanted at one place only, the end; the cuts before it follow from the layers kept.</summary>
    private Clusters Backtrack(int k)
    {
        int end = _samples.Distinct;
        var cuts = new int[k + 1];
        cuts[k] = end;
        if (k > 1) cuts[k - 1] = BestCut(_inertia, 1, end - 1, end).Cut;
        for (int layer = k - 2; layer > 0; layer--) cuts[layer] = _cuts[layer - 1][cuts[layer + 1]];
        return Clusters.FromCuts(_samples, cuts);
    }

    private void AddLayer()
    {
        var next = new double[_inertia.Length];
        var cuts = new int[_inertia.Length];
        Fill(next, cuts, 1, _inertia.Length - 1, 0, _inertia.Length - 2);
        _cuts.Add(cuts);
        _inertia = next;
    }

    /// <summary>Fills the ends [low, high], whose best cuts lie in [first, last].</summary>
    private void Fill(double[] next, int[] cuts, int low, int high, int first, int last)
    {
        while (low <= high)
        {
            if (high - low > 1024) _cancellation.ThrowIfCancellationRequested();
            int middle = (low + high) >>> 1;
            (cuts[middle], next[middle]) = BestCut(_inertia, first, Math.Min(last, middle - 1), middle);
            Fill(next, cuts, low, middle - 1, first, cuts[middle]);
            low = middle + 1;
            first = cuts[middle];
        }
    }

    /// <summary>The cut in [first, last] that makes the sum of what lies before and the cluster [cut, end) smallest; the lowest of equals.</summary>
    private (int Cut, double Inertia) BestCut(double[] before, int first, int last, int end)
    {
        double weightEnd = _samples.Weight[end], sumEnd = _samples.Sum[end], squareEnd = _samples.Square[end];
        int lanes = Vector<double>.Count, cut = first;
        double best = double.PositiveInfinity;
        int p = first;
        if (last - first >= 4 * lanes)
        {
            ReadOnlySpan<Vector<double>> w = Lanes(_samples.Weight, first, last), s = Lanes(_samples.Sum, first, last);
            ReadOnlySpan<Vector<double>> q = Lanes(_samples.Square, first, last), b = Lanes(before, first, last);
            Vector<double> least = new(double.PositiveInfinity), at = Vector<double>.Zero, number = Vector<double>.Zero;
            Vector<double> vw = new(weightEnd), vs = new(sumEnd), vq = new(squareEnd);
            for (int n = 0; n < w.Length; n++)
            {
                Vector<double> sum = vs - s[n];
                Vector<double> cost = b[n] + (vq - q[n] - (sum * sum / (vw - w[n])));
                Vector<long> better = Vector.LessThan(cost, least);
                least = Vector.ConditionalSelect(better, cost, least);
                at = Vector.ConditionalSelect(better, number, at);
                number += Vector<double>.One;
            }

            for (int lane = 0; lane < lanes; lane++)
            {
                int candidate = first + ((int)at[lane] * lanes) + lane;
                if (least[lane] < best || (least[lane] == best && candidate < cut)) (best, cut) = (least[lane], candidate);
            }

            p = first + (w.Length * lanes);
        }

        for (; p <= last; p++)
        {
            double sum = sumEnd - _samples.Sum[p];
            double cost = before[p] + (squareEnd - _samples.Square[p] - (sum * sum / (weightEnd - _samples.Weight[p])));
            if (cost < best) (best, cut) = (cost, p);
        }

        return (cut, best);
    }

    private static ReadOnlySpan<Vector<double>> Lanes(double[] values, int first, int last) =>
        MemoryMarshal.Cast<double, Vector<double>>(values.AsSpan(first, last - first + 1));
}
