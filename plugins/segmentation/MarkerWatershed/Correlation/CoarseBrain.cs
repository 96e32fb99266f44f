using StrokeFramework.Imaging;

namespace StrokeFramework.MarkerWatershed.Correlation;

/// <summary>
/// The brain averaged over squares of several mm in each slice, for finding its symmetry. Outliers are clipped, so that
/// neither a lesion nor an artefact turns the line.
/// </summary>
internal sealed class CoarseBrain
{
    private const double Side = 6;
    private const int MostSlices = 24;
    private const double Clip = 2;

    private readonly float[] _values;
    private readonly (double X, double Y, double Z, double Value)[] _points;
    private readonly int _width;
    private readonly int _height;
    private readonly int _blockX;
    private readonly int _blockY;
    private readonly int _sliceStep;
    private readonly Point3 _spacing;

    /// <summary>Averages a volume.</summary>
    public CoarseBrain(StudySlab volume, NormalTissue normal)
    {
        GridSize size = volume.Size;
        _spacing = volume.Spacing;
        (_blockX, _blockY) = (Block(_spacing.X, size.I), Block(_spacing.Y, size.J));
        (_width, _height) = ((size.I + _blockX - 1) / _blockX, (size.J + _blockY - 1) / _blockY);
        _sliceStep = Math.Max(1, size.K / MostSlices);
        int slices = (size.K + _sliceStep - 1) / _sliceStep;
        _values = new float[_width * _height * slices];
        float low = (float)(normal.Median - (Clip * normal.Deviation)), high = (float)(normal.Median + (Clip * normal.Deviation));
        ReadOnlySpan<float> image = volume.Dwi;
        ReadOnlySpan<byte> brain = volume.Brain;
        for (int s = 0; s < slices; s++)
        {
            for (int j = 0; j < size.J; j++)
            {
                int from = ((s * _sliceStep * size.J) + j) * size.I, to = ((s * _height) + (j / _blockY)) * _width;
                for (int i = 0; i < size.I; i++)
                {
                    if (brain[from + i] != 0 && float.IsFinite(image[from + i])) _values[to + (i / _blockX)] += Math.Clamp(image[from + i], low, high);
                }
            }
        }

        for (int v = 0; v < _values.Length; v++) _values[v] /= _blockX * _blockY;
        _points = Points(slices);
    }

    /// <summary>The center of the brain's intensities, in mm from the first voxel; the origin without a brain.</summary>
    public Point3 Center
    {
        get
        {
            double sum = 0, x = 0, y = 0, z = 0;
            foreach (var p in _points) (sum, x, y, z) = (sum + p.Value, x + (p.Value * p.X), y + (p.Value * p.Y), z + (p.Value * p.Z));
            return sum > 0 ? new(x / sum, y / sum, z / sum) : default;
        }
    }

    /// <summary>Half the distance of the first slice from the last, in mm.</summary>
    public double HalfHeight => _points.Length == 0 ? 0 : 0.5 * (_points[^1].Z - _points[0].Z);

    /// <summary>Correlation of the brain with its mirror image; 0 where it is undefined.</summary>
    public double Symmetry(MidsagittalLine line)
    {
        double count = _points.Length, a = 0, b = 0, aa = 0, bb = 0, ab = 0;
        foreach ((double x, double y, double z, double value) in _points)
        {
            (double mx, double my) = line.Mirror(x, y, z);
            double other = Sample(mx, my, z);
            (a, b, aa, bb, ab) = (a + value, b + other, aa + (value * value), bb + (other * other), ab + (value * other));
        }

        double spread = ((count * aa) - (a * a)) * ((count * bb) - (b * b));
        return spread > 0 ? ((count * ab) - (a * b)) / Math.Sqrt(spread) : 0;
    }

    private static int Block(double spacing, int count) => Math.Clamp((int)Math.Round(Math.Min(1e6, Side / spacing)), 1, count);

    private (double X, double Y, double Z, double Value)[] Points(int slices)
    {
        var points = new List<(double, double, double, double)>();
        for (int s = 0; s < slices; s++)
        {
            for (int y = 0; y < _height; y++)
            {
                for (int x = 0; x < _width; x++)
                {
                    float value = _values[(((s * _height) + y) * _width) + x];
                    if (value != 0) points.Add(((((x + 0.5) * _blockX) - 0.5) * _spacing.X, (((y + 0.5) * _blockY) - 0.5) * _spacing.Y, s * _sliceStep * _spacing.Z, value));
                }
            }
        }

        return [.. points];
    }

    /// <summary>The value between the four nearest squares; 0 beyond the grid.</summary>
    private double Sample(double x, double y, double z)
    {
        double u = (((x / _spacing.X) + 0.5) / _blockX) - 0.5, v = (((y / _spacing.Y) + 0.5) / _blockY) - 0.5;
        double left = Math.Floor(u), top = Math.Floor(v);
        if (!(left >= -1 && left < _width && top >= -1 && top < _height)) return 0;
        int slice = (int)Math.Round(z / (_spacing.Z * _sliceStep)), i = (int)left, j = (int)top;
        double fu = u - left, fv = v - top;
        return ((1 - fv) * (((1 - fu) * At(i, j, slice)) + (fu * At(i + 1, j, slice)))) + (fv * (((1 - fu) * At(i, j + 1, slice)) + (fu * At(i + 1, j + 1, slice))));
    }

    private float At(int i, int j, int slice) => (uint)i < (uint)_width && (uint)j < (uint)_height ? _values[(((slice * _height) + j) * _width) + i] : 0;
}
