using StrokeFramework.Host.Evaluation;

namespace StrokeFramework.Host.Tests.Evaluation;

/// <summary>Slow and plain versions of the metrics, written from their definitions.</summary>
internal static class BruteForce
{
    public static double Hausdorff95(byte[] mask, byte[] truth, VolumeGeometry geometry)
    {
        List<Point3> a = Surface(mask, geometry), b = Surface(truth, geometry);
        if (a.Count == 0 || b.Count == 0) return a.Count == b.Count ? 0 : double.NaN;
        return Math.Max(Directed(a, b), Directed(b, a));
    }

    public static LesionAgreement Lesions(byte[] mask, byte[] truth, GridSize size)
    {
        List<HashSet<int>> a = Components(mask, size), b = Components(truth, size);
        return new(a.Count, b.Count, b.Count(t => a.Any(t.Overlaps)), a.Count(p => !b.Any(p.Overlaps)));
    }

    private static double Directed(List<Point3> from, List<Point3> to)
    {
        double[] sorted = [.. from.Select(p => to.Min(q => (p - q).Length)).Order()];
        double place = 0.95 * (sorted.Length - 1);
        double low = sorted[(int)Math.Floor(place)], high = sorted[(int)Math.Ceiling(place)];
        return low + ((place - Math.Floor(place)) * (high - low));
    }

    private static List<Point3> Surface(byte[] mask, VolumeGeometry geometry)
    {
        var points = new List<Point3>();
        foreach ((int i, int j, int k) in Inside(mask, geometry.Size))
        {
            (int, int, int)[] neighbors = [(i - 1, j, k), (i + 1, j, k), (i, j - 1, k), (i, j + 1, k), (i, j, k - 1), (i, j, k + 1)];
            if (neighbors.Any(n => !Inside(mask, geometry.Size).Contains(n))) points.Add(geometry.ToWorld(i, j, k));
        }

        return points;
    }

    private static HashSet<(int I, int J, int K)> Inside(byte[] mask, GridSize size) =>
        [.. Enumerable.Range(0, mask.Length).Where(v => mask[v] != 0).Select(v => (v % size.I, v / size.I % size.J, v / size.SliceCount))];

    private static List<HashSet<int>> Components(byte[] mask, GridSize size)
    {
        HashSet<(int I, int J, int K)> left = Inside(mask, size);
        var components = new List<HashSet<int>>();
        while (left.Count > 0)
        {
            var component = new HashSet<int>();
            var open = new Stack<(int I, int J, int K)>([left.First()]);
            left.Remove(open.Peek());
            while (open.TryPop(out (int I, int J, int K) p))
            {
                component.Add(size.IndexOf(p.I, p.J, p.K));
                foreach ((int I, int J, int K) q in left.Where(q => Math.Abs(q.I - p.I) <= 1 && Math.Abs(q.J - p.J) <= 1 && Math.Abs(q.K - p.K) <= 1).ToList())
                {
                    left.Remove(q);
                    open.Push(q);
                }
            }

            components.Add(component);
        }

        return components;
    }
}
