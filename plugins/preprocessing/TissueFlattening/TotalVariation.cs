namespace StrokeFramework.TissueFlattening;

/// <summary>
/// Smooths what is small and keeps edges: minimizes the total variation plus the squared distance to the image over twice a
/// weight (Rudin, Osher &amp; Fatemi 1992, <see href="https://doi.org/10.1016/0167-2789(92)90242-F"/>) by the primal-dual method
/// of Chambolle &amp; Pock 2011, <see href="https://doi.org/10.1007/s10851-010-0251-1"/>.
/// </summary>
internal sealed class TotalVariation
{
    // The ratio of the two step lengths; the result at rest does not depend on it.
    private const float StepRatio = 0.15f;

    private readonly GridSize _size;
    private readonly byte[] _mask;
    private readonly float _alongI;
    private readonly float _alongJ;
    private readonly float _alongK;
    private readonly float[] _across;
    private readonly float[] _along;
    private readonly float[] _up;
    private readonly float[] _ahead;
    private readonly StageContext _context;

    /// <summary>Prepares a grid.</summary>
    /// <param name="size">The grid.</param>
    /// <param name="spacing">Voxel spacing in mm.</param>
    /// <param name="mask">1 where the image lives; nothing flows across its border.</param>
    /// <param name="context">Threads and cancellation.</param>
    public TotalVariation(GridSize size, Point3 spacing, byte[] mask, StageContext context)
    {
        (_size, _mask) = (size, mask);
        (_alongI, _alongJ, _alongK) = ((float)(1 / spacing.X), (float)(1 / spacing.Y), (float)(1 / spacing.Z));
        (_across, _along, _up, _ahead) = (new float[mask.Length], new float[mask.Length], new float[mask.Length], new float[mask.Length]);
        // Progress of the passes would run up and down.
        _context = new() { CancellationToken = context.CancellationToken, MaxDegreeOfParallelism = context.MaxDegreeOfParallelism, IdleThreads = context.IdleThreads };
    }

    /// <summary>Smooths an image.</summary>
    /// <param name="image">The image.</param>
    /// <param name="weight">Weight of the total variation, in mm times intensity.</param>
    /// <param name="iterations">Number of iterations.</param>
    /// <exception cref="OperationCanceledException">The smoothing was cancelled.</exception>
    public float[] Smooth(float[] image, double weight, int iterations)
    {
        var result = (float[])image.Clone();
        if (weight == 0) return result;
        Array.Clear(_across);
        Array.Clear(_along);
        Array.Clear(_up);
        image.CopyTo(_ahead, 0);
        float norm = MathF.Sqrt(4 * ((_alongI * _alongI) + (_alongJ * _alongJ) + (_alongK * _alongK)));
        float primal = StepRatio / norm, dual = 1 / (StepRatio * norm), pull = primal / (float)weight;
        for (int n = 0; n < iterations; n++)
        {
            _context.For(0, _size.K, k => Ascend(k, dual));
            _context.For(0, _size.K, k => Descend(k, image, result, primal, pull));
        }

        return result;
    }

    private void Ascend(int k, float step)
    {
        int width = _size.I, slice = _size.SliceCount;
        bool top = k + 1 == _size.K;
        for (int j = 0; j < _size.J; j++)
        {
            bool last = j + 1 == _size.J;
            int v = _size.IndexOf(0, j, k);
            for (int i = 0; i < width; i++, v++)
            {
                if (_mask[v] == 0) continue;
                float here = _ahead[v];
                float a = _across[v], b = _along[v], c = _up[v];
                if (i + 1 < width && _mask[v + 1] != 0) a += step * _alongI * (_ahead[v + 1] - here);
                if (!last && _mask[v + width] != 0) b += step * _alongJ * (_ahead[v + width] - here);
                if (!top && _mask[v + slice] != 0) c += step * _alongK * (_ahead[v + slice] - here);
                float scale = 1 / MathF.Max(1, MathF.Sqrt((a * a) + (b * b) + (c * c)));
                (_across[v], _along[v], _up[v]) = (a * scale, b * scale, c * scale);
            }
        }
    }

    private void Descend(int k, float[] image, float[] result, float step, float pull)
    {
        int width = _size.I, slice = _size.SliceCount;
        for (int j = 0; j < _size.J; j++)
        {
            int v = _size.IndexOf(0, j, k);
            for (int i = 0; i < width; i++, v++)
            {
                if (_mask[v] == 0) continue;
                float divergence = _alongI * (_across[v] - (i > 0 ? _across[v - 1] : 0));
                divergence += _alongJ * (_along[v] - (j > 0 ? _along[v - width] : 0));
                divergence += _alongK * (_up[v] - (k > 0 ? _up[v - slice] : 0));
                float before = result[v], after = (before + (step * divergence) + (pull * image[v])) / (1 + pull);
                _ahead[v] = (2 * after) - before;
                result[v] = after;
            }
        }
    }
}
