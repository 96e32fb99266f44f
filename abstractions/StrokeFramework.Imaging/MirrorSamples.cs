namespace StrokeFramework.Imaging;

/// <summary>Samples of a brain, some millimetres apart, for comparing it with its mirror image.</summary>
internal sealed class MirrorSamples
{
    private readonly StudySlab _volume;
    private readonly List<(Point3 At, float Value)> _samples = [];
    private readonly float _low = float.NegativeInfinity;
    private readonly float _high = float.PositiveInfinity;

    /// <summary>Takes the samples.</summary>
    /// <param name="volume">The brain.</param>
    /// <param name="distance">Distance of the samples, in mm.</param>
    /// <param name="clip">Values further from the median than this many robust standard deviations count as that far.</param>
    public MirrorSamples(StudySlab volume, double distance, double clip)
    {
        _volume = volume;
        GridSize size = volume.Size;
        ReadOnlySpan<float> image = volume.Dwi;
        ReadOnlySpan<byte> brain = volume.Brain;
        int stepI = Step(volume.Spacing.X), stepJ = Step(volume.Spacing.Y), stepK = Step(volume.Spacing.Z);
        var sum = default(Point3);
        int brainSamples = 0;
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
                    if (float.IsFinite(image[v])) _samples.Add((at, image[v]));
                }
            }
        }

        Middle = (1.0 / Math.Max(1, brainSamples)) * sum;
        if (_samples.Count == 0) return;
        float[] values = [.. _samples.Select(s => s.Value)];
        double median = RobustStatistics.Median(values), deviation = RobustStatistics.NormalConsistency * RobustStatistics.MedianAbsoluteDeviation(values, median);
        // Where most of the brain has one value, there is no scale to clip by.
        (_low, _high) = deviation > 0 ? ((float)(median - (clip * deviation)), (float)(median + (clip * deviation))) : (values.Min(), values.Max());
        for (int s = 0; s < _samples.Count; s++) _samples[s] = (_samples[s].At, Math.Clamp(_samples[s].Value, _low, _high));

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
        ReadOnlySpan<float> image = _volume.Dwi;
        ReadOnlySpan<byte> brain = _volume.Brain;
        GridSize size = _volume.Size;
        Point3 spacing = _volume.Spacing;
        int count = (_samples.Count + stride - 1) / stride;
        // Most planes that are tried fit badly, which shows long before the last sample. A little more than the most, for rounding.
        double sum = 0, enough = most * count * (1 + 1e-9);
        for (int s = 0; s < _samples.Count; s += stride)
        {
            (Point3 sample, float value) = _samples[s];
            Point3 at = plane.Mirror(sample);
            // Between two voxels along the first axis, which the mirror moves things along; the nearest along the others.
            double x = at.X / spacing.X;
            int i = (int)Math.Floor(x), j = (int)Math.Round(at.Y / spacing.Y), k = (int)Math.Round(at.Z / spacing.Z);
            float difference = _high - _low;
            if (i >= 0 && i + 1 < size.I && (uint)j < (uint)size.J && (uint)k < (uint)size.K)
            {
                int v = size.IndexOf(i, j, k);
                float part = (float)(x - i), a = image[v], b = image[v + 1];
                if (brain[v] != 0 && brain[v + 1] != 0 && float.IsFinite(a + b))
                    difference = Math.Abs(value - Math.Clamp(a + (part * (b - a)), _low, _high));
            }

            sum += difference;
            if (sum > enough) return double.PositiveInfinity;
        }

        return count == 0 ? 0 : sum / count;
    }
}
