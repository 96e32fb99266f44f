namespace StrokeFramework.UNet.Images;

/// <summary>
/// Resamples along one axis between two grids that cover the same length: linear or cubic interpolation towards a finer
/// grid, a triangle as wide as the coarser voxel towards a coarser one. Beyond the ends the outermost value goes on.
/// </summary>
internal sealed class AxisResampler
{
    private readonly int[] _first;
    private readonly float[][] _weights;

    /// <param name="from">Voxels along the axis before.</param>
    /// <param name="to">Voxels along the axis after.</param>
    /// <param name="cubic">Whether interpolation is cubic: sharper than linear, and beyond the range of the values at edges.</param>
    public AxisResampler(int from, int to, bool cubic = false)
    {
        (From, To) = (from, to);
        _first = new int[to];
        _weights = new float[to][];
        double ratio = (double)from / to;
        Overshoots = cubic && ratio < 1;
        double reach = Overshoots ? 2 : Math.Max(1, ratio);
        for (int n = 0; n < to; n++)
        {
            double center = ((n + 0.5) * ratio) - 0.5;
            int low = (int)Math.Ceiling(center - reach), high = (int)Math.Floor(center + reach);
            int first = Math.Clamp(low, 0, from - 1), last = Math.Clamp(high, 0, from - 1);
            var weights = new double[last - first + 1];
            // The cubic needs no balance: over whole voxels its sum is 1, and its mean place the center.
            (double level, double slope) = Overshoots ? (1, 0) : Balance(low, high, center, reach);
            for (int v = low; v <= high; v++)
            {
                double weight = Overshoots ? Cubic(v - center) : Triangle(v - center, reach) * (level + (slope * (v - center)));
                weights[Math.Clamp(v, 0, from - 1) - first] += weight;
            }

            _first[n] = first;
            _weights[n] = [.. weights.Select(w => (float)w)];
        }
    }

    /// <summary>Voxels along the axis before.</summary>
    public int From { get; }

    /// <summary>Voxels along the axis after.</summary>
    public int To { get; }

    /// <summary>Whether a result may lie beyond the range of the values.</summary>
    public bool Overshoots { get; }

    private static double Triangle(double distance, double reach) => Math.Max(0, 1 - (Math.Abs(distance) / reach));

    /// <summary>Cubic convolution with a = -1/2, which is exact for parabolas (Keys 1981, <see href="https://doi.org/10.1109/TASSP.1981.1163711"/>).</summary>
    private static double Cubic(double distance)
    {
        double d = Math.Abs(distance);
        if (d <= 1) return (((1.5 * d) - 2.5) * d * d) + 1;
        return d < 2 ? (((((-0.5 * d) + 2.5) * d) - 4) * d) + 2 : 0;
    }

    /// <summary>
    /// What makes the weights' sum 1 and their mean place the center: a triangle over whole voxels may lean to one side,
    /// and would shift the image by a tenth of a voxel.
    /// </summary>
    private static (double Level, double Slope) Balance(int low, int high, double center, double reach)
    {
        double sum = 0, first = 0, second = 0;
        for (int v = low; v <= high; v++)
        {
            double weight = Triangle(v - center, reach);
            sum += weight;
            first += weight * (v - center);
            second += weight * (v - center) * (v - center);
        }

        if (second == 0) return (1 / sum, 0);
        double level = 1 / (sum - (first * first / second));
        return (level, -level * first / second);
    }

    /// <summary>Resamples a volume along an axis.</summary>
    /// <param name="values">The volume, first index fastest.</param>
    /// <param name="size">Its grid.</param>
    /// <param name="axis">0, 1 or 2.</param>
    public float[] Apply(float[] values, GridSize size, int axis)
    {
        // The volume as blocks of From rows, each as long as all axes before this one together.
        int row = axis == 0 ? 1 : axis == 1 ? size.I : size.SliceCount;
        int blocks = values.Length / (row * From);
        var result = new float[blocks * To * row];
        for (int block = 0; block < blocks; block++)
        {
            for (int n = 0; n < To; n++)
            {
                Span<float> target = result.AsSpan(((block * To) + n) * row, row);
                float[] weights = _weights[n];
                for (int t = 0; t < weights.Length; t++)
                {
                    float weight = weights[t];
                    ReadOnlySpan<float> source = values.AsSpan(((block * From) + _first[n] + t) * row, row);
                    for (int v = 0; v < row; v++) target[v] += weight * source[v];
                }
            }
        }

        return result;
    }
}
