namespace StrokeFramework.Imaging;

/// <summary>Samples of a brain, some millimetres apart, for comparing it with its mirror image.</summary>
internal sealed class MirrorSamples
{
    private readonly GridSize _size;
    private readonly Point3 _spacing;
    private readonly float[] _values;
    private readonly Point3[] _places;
    private readonly float _low = float.NegativeInfinity;
    private readonly float _high = float.PositiveInfinity;

    // The image, NaN wherever there is nothing to compare with: outside the brain, and where it holds no number.
    private readonly float[] _image;

    /// <summary>Takes the samples.</summary>
    /// <param name="volume">The brain.</param>
    /// <param name="distance">Distance of the samples, in mm.</param>
    /// <param name="clip">Values further from the median than this many robust standard deviations count as that far.</param>
    public MirrorSamples(StudySlab volume, double distance, double clip)
    {
        GridSize size = volume.Size;
        (_size, _spacing) = (size, volume.Spacing);
        ReadOnlySpan<float> image = volume.Dwi;
        ReadOnlySpan<byte> brain = volume.Brain;
        int stepI = Step(volume.Spacing.X), stepJ = Step(volume.Spacing.Y), stepK = Step(volume.Spacing.Z);
        var sum = default(Point3);
        int brainSamples = 0;
        var places = new List<Point3>();
        var values = new List<float>();
        for (int k = 0; k < size.K; k += stepK)
        {
            for (int j = 0; j < size.J; j += stepJ)
            {
                for (int i = 0; i < size.I; i += stepI)
                {
                    int v = size.IndexOf(i, j, k);
                    if (brain[v] == 0) continue;
                    var at = new Point3(i * volume.Spacing.X, j * volume.Spacing.Y, k * volume.Spacing.Z);
                    sum += at;
                    brainSamples++;
                    if (!float.IsFinite(image[v])) continue;
                    places.Add(at);
                    values.Add(image[v]);
                }
            }
        }

        Middle = (1.0 / Math.Max(1, brainSamples)) * sum;
        (_places, _values, _image) = ([.. places], [.. values], []);
        if (_values.Length == 0) return;
        double median = RobustStatistics.Median(_values), deviation = RobustStatistics.NormalConsistency * RobustStatistics.MedianAbsoluteDeviation(_values, median);
        // Where most of the brain has one value, there is no scale to clip by.
        (_low, _high) = deviation > 0 ? ((float)(median - (clip * deviation)), (float)(median + (clip * deviation))) : (_values.Min(), _values.Max());
        for (int s = 0; s < _values.Length; s++) _values[s] = Math.Clamp(_values[s], _low, _high);
        _image = new float[size.Count];
        for (int v = 0; v < _image.Length; v++) _image[v] = brain[v] != 0 && float.IsFinite(image[v]) ? image[v] : float.NaN;

        int Step(double spacing) => Math.Max(1, (int)Math.Round(Math.Min(1e6, distance / spacing)));
    }

    /// <summary>The center of the brain, in mm from the first voxel; the origin when there is none.</summary>
    public Point3 Middle { get; }

    /// <summary>The mean absolute difference of the samples to their mirror images. What is mirrored out of the brain differs as much as anything can.</summary>
    /// <param name="plane">The plane.</param>
    /// <param name="stride">Every how many samples one is compared.</param>
    /// <param name="most">The difference beyond which the plane is of no interest.</param>
    /// <returns>The difference; infinity where it is more than the most.</returns>
    public double Difference(MidsagittalPlane plane, int stride, double most)
    {
        int count = (_values.Length + stride - 1) / stride, columns = _size.I, rows = _size.J, slices = _size.K;
        // Most planes that are tried fit badly, which shows long before the last sample. A little more than the most, for rounding.
        double sum = 0, enough = most * count * (1 + 1e-9);
        // Written out in numbers rather than points: this is run some million times for a plane.
        (double originX, double originY, double originZ) = plane.Origin;
        (double normalX, double normalY, double normalZ) = plane.Normal;
        double perX = 1 / _spacing.X, perY = 1 / _spacing.Y, perZ = 1 / _spacing.Z;
        float low = _low, high = _high;
        float[] image = _image;
        for (int s = 0; s < _values.Length; s += stride)
        {
            (double sampleX, double sampleY, double sampleZ) = _places[s];
            double twice = 2 * (((sampleX - originX) * normalX) + ((sampleY - originY) * normalY) + ((sampleZ - originZ) * normalZ));
            // Between two voxels along the first axis, which the mirror moves things along; the nearest along the others.
            double x = (sampleX - (twice * normalX)) * perX;
            int i = (int)Math.Floor(x), j = (int)Math.Round((sampleY - (twice * normalY)) * perY), k = (int)Math.Round((sampleZ - (twice * normalZ)) * perZ);
            float difference = high - low;
            if (i >= 0 && i + 1 < columns && (uint)j < (uint)rows && (uint)k < (uint)slices)
            {
                int v = (((k * rows) + j) * columns) + i;
                float part = (float)(x - i), a = image[v], b = image[v + 1];
                if (float.IsFinite(a + b)) difference = Math.Abs(_values[s] - Math.Min(Math.Max(a + (part * (b - a)), low), high));
            }

            sum += difference;
            if (sum > enough) return double.PositiveInfinity;
        }

        return count == 0 ? 0 : sum / count;
    }
}
