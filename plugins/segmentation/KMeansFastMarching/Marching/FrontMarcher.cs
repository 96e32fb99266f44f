namespace StrokeFramework.KMeansFastMarching.Marching;

/// <summary>
/// Fast marching (Sethian 1996, <see href="https://doi.org/10.1073/pnas.93.4.1591"/>): solves |grad T| F = 1 with T = 0
/// on the seeds by first-order upwind differences on an anisotropic grid, in the order of arrival.
/// </summary>
internal sealed class FrontMarcher
{
    private readonly GridSize _size;
    private readonly Point3 _spacing;

    /// <param name="size">The grid; one slice makes the front two-dimensional.</param>
    /// <param name="spacing">Voxel spacing in mm.</param>
    public FrontMarcher(GridSize size, Point3 spacing) => (_size, _spacing) = (size, spacing);

    /// <summary>Marches until no voxel is reached within the limit.</summary>
    /// <param name="slowness">1/F at a voxel; infinite where the front can't go.</param>
    /// <param name="seeds">Linear indices of the voxels where the front starts.</param>
    /// <param name="limit">Latest arrival, in the unit of spacing times slowness.</param>
    /// <param name="cancellation">Looked at every few thousand voxels.</param>
    /// <returns>Arrival times; infinite where the front doesn't come within the limit.</returns>
    public double[] March(Func<int, double> slowness, IReadOnlyList<int> seeds, double limit, CancellationToken cancellation)
    {
        var times = new double[_size.Count];
        Array.Fill(times, double.PositiveInfinity);
        var known = new bool[times.Length];
        var heap = new FrontHeap();
        foreach (int seed in seeds)
        {
            times[seed] = 0;
            known[seed] = true;
        }

        foreach (int seed in seeds) Touch(seed, times, known, slowness, limit, heap);
        for (int step = 0; heap.Count > 0; step++)
        {
            if ((step & 0xFFF) == 0) cancellation.ThrowIfCancellationRequested();
            (_, int voxel) = heap.Pop();
            if (known[voxel]) continue;
            known[voxel] = true;
            Touch(voxel, times, known, slowness, limit, heap);
        }

        return times;
    }

    private void Touch(int voxel, double[] times, bool[] known, Func<int, double> slowness, double limit, FrontHeap heap)
    {
        int i = voxel % _size.I, j = voxel / _size.I % _size.J, k = voxel / _size.SliceCount;
        if (i > 0) Update(voxel - 1, i - 1, j, k);
        if (i < _size.I - 1) Update(voxel + 1, i + 1, j, k);
        if (j > 0) Update(voxel - _size.I, i, j - 1, k);
        if (j < _size.J - 1) Update(voxel + _size.I, i, j + 1, k);
        if (k > 0) Update(voxel - _size.SliceCount, i, j, k - 1);
        if (k < _size.K - 1) Update(voxel + _size.SliceCount, i, j, k + 1);

        void Update(int v, int x, int y, int z)
        {
            if (known[v]) return;
            double slow = slowness(v);
            if (double.IsPositiveInfinity(slow)) return;
            double time = Arrival(times, known, v, x, y, z, slow);
            if (time >= times[v] || time > limit) return;
            times[v] = time;
            heap.Push(time, v);
        }
    }

    /// <summary>The arrival time at a voxel from its known neighbors: the largest root of the upwind equation.</summary>
    private double Arrival(double[] times, bool[] known, int v, int i, int j, int k, double slow)
    {
        Span<double> upwind = [Earlier(times, known, v, 1, i, _size.I), Earlier(times, known, v, _size.I, j, _size.J), Earlier(times, known, v, _size.SliceCount, k, _size.K)];
        Span<double> step = [_spacing.X, _spacing.Y, _spacing.Z];
        if (upwind[1] < upwind[0]) Swap(upwind, step, 0, 1);
        if (upwind[2] < upwind[1]) Swap(upwind, step, 1, 2);
        if (upwind[1] < upwind[0]) Swap(upwind, step, 0, 1);

        // Times are taken from the earliest neighbor's, so that they lose no digits: sum ((t - a) / h)^2 = slow^2.
        double time = slow * step[0], inverse = 1 / (step[0] * step[0]), linear = 0, square = 0;
        for (int n = 1; n < 3; n++)
        {
            double a = upwind[n] - upwind[0];
            if (!(a < time)) break;
            double weight = 1 / (step[n] * step[n]);
            inverse += weight;
            linear += weight * a;
            square += weight * a * a;
            double discriminant = (linear * linear) - (inverse * (square - (slow * slow)));
            time = (linear + Math.Sqrt(Math.Max(0, discriminant))) / inverse;
        }

        return upwind[0] + time;
    }

    private static double Earlier(double[] times, bool[] known, int v, int stride, int position, int length)
    {
        double best = double.PositiveInfinity;
        if (position > 0 && known[v - stride]) best = times[v - stride];
        if (position < length - 1 && known[v + stride] && times[v + stride] < best) best = times[v + stride];
        return best;
    }

    private static void Swap(Span<double> a, Span<double> b, int x, int y)
    {
        (a[x], a[y]) = (a[y], a[x]);
        (b[x], b[y]) = (b[y], b[x]);
    }
}
