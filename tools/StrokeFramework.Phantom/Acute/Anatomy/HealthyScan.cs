using StrokeFramework.Imaging;

namespace StrokeFramework.Phantom;

/// <summary>
/// The tissues of a real brain without lesion, from its DWI and ADC map: the ADC tells CSF, and grey matter is brighter on
/// DWI than white. The brain is moved to where brains lie in MNI space by its upper end and its middle; it is not turned
/// or scaled, so its axes should be about the patient's.
/// </summary>
internal static class HealthyScan
{
    // ADC between parenchyma and free water, in mm²/s.
    private const double LeastFluid = 0.0012, AllFluid = 0.0020;
    // Relative to the median of the brain: what is brighter is brain, and how soft the limit of grey and white matter is.
    private const double BrainFrom = 0.45, GreySoftness = 0.06;
    // Relative to the median of tissue: voxels that hold other things are no part of the histogram.
    private const double LeastTissue = 0.6, MostTissue = 1.6;
    private const int Bins = 128;
    // What is thinner than twice the first is skin or skull, sulci narrower than twice the second are brain; in mm.
    private const double Opening = 5, Closing = 8;

    /// <summary>The upper end of the brain in MNI space, and its middle, in mm.</summary>
    private const double Vertex = 78, MiddleX = 0, MiddleY = -18;

    /// <summary>Takes the tissues from a scan.</summary>
    /// <exception cref="ArgumentException">It has no ADC map, or shows no brain.</exception>
    public static TissueProbabilities Read(DiffusionStudy scan)
    {
        if (scan.Adc is not { } adc) throw new ArgumentException("A healthy scan needs an ADC map, which tells CSF from tissue.", nameof(scan));
        ReadOnlySpan<float> dwi = scan.Dwi.Span;
        VolumeGeometry geometry = scan.Geometry;
        byte[] brain = Brain(scan.Dwi);
        if (!brain.Contains((byte)1)) throw new ArgumentException("A healthy scan shows no brain.", nameof(scan));
        float[] tissue = new float[dwi.Length];
        float[] grey = new float[dwi.Length], white = new float[dwi.Length], csf = new float[dwi.Length];
        int count = 0;
        for (int v = 0; v < dwi.Length; v++)
        {
            if (brain[v] != 0 && float.IsFinite(dwi[v]) && adc.Span[v] < LeastFluid) tissue[count++] = dwi[v];
        }

        if (count == 0) throw new ArgumentException("A healthy scan shows no brain of normal ADC.", nameof(scan));
        double normal = GreyFrom(tissue.AsSpan(0, count));
        for (int v = 0; v < dwi.Length; v++)
        {
            if (brain[v] == 0) continue;
            csf[v] = (float)Math.Clamp((adc.Span[v] - LeastFluid) / (AllFluid - LeastFluid), 0, 1);
            double share = float.IsFinite(dwi[v]) ? 1 / (1 + Math.Exp((1 - (dwi[v] / normal)) / GreySoftness)) : 0;
            grey[v] = (float)(share * (1 - csf[v]));
            white[v] = 1 - csf[v] - grey[v];
        }

        VolumeGeometry placed = Place(geometry, brain);
        return new(new(placed, grey), new(placed, white), new(placed, csf));
    }

    // The limit of white and grey matter, which is brighter: Otsu's, or the median where all tissue is alike.
    private static double GreyFrom(Span<float> tissue)
    {
        double median = RobustStatistics.QuantileInPlace(tissue, 0.5);
        return Otsu.Threshold(Histogram.Of(tissue, LeastTissue * median, MostTissue * median, Bins)) ?? median;
    }

    private static byte[] Brain(Volume<float> dwi)
    {
        float[] values = [.. dwi.Span.ToArray().Where(v => float.IsFinite(v) && v > 0)];
        if (values.Length == 0) return new byte[dwi.Span.Length];
        double high = RobustStatistics.QuantileInPlace(values, 0.99);
        float[] head = [.. values.Where(v => v > 0.1 * high)];
        double least = BrainFrom * RobustStatistics.QuantileInPlace(head, 0.5);
        byte[] bright = Array.ConvertAll(dwi.Span.ToArray(), v => v > least ? (byte)1 : (byte)0);
        GridSize size = dwi.Size;
        Point3 spacing = dwi.Geometry.Spacing;
        byte[] open = Morphology.Open(bright, size, spacing, StructuringElement.Ball(Opening));
        ComponentLabels parts = ConnectedComponents.Label(open, size, Connectivity.Faces);
        // The first is the largest.
        for (int v = 0; v < open.Length; v++) open[v] = parts.Labels.Span[v] == 1 ? (byte)1 : (byte)0;
        byte[] closed = Morphology.Close(open, size, spacing, StructuringElement.Ball(Closing));
        HoleFilling.Fill(closed, size);
        return closed;
    }

    private static VolumeGeometry Place(VolumeGeometry geometry, byte[] brain)
    {
        GridSize size = geometry.Size;
        double left = double.MaxValue, right = double.MinValue, back = double.MaxValue, front = double.MinValue, top = double.MinValue;
        for (int k = 0; k < size.K; k++)
        {
            for (int j = 0; j < size.J; j++)
            {
                for (int i = 0; i < size.I; i++)
                {
                    if (brain[size.IndexOf(i, j, k)] == 0) continue;
                    Point3 p = geometry.ToWorld(i, j, k);
                    (left, right) = (Math.Min(left, p.X), Math.Max(right, p.X));
                    (back, front) = (Math.Min(back, p.Y), Math.Max(front, p.Y));
                    top = Math.Max(top, p.Z);
                }
            }
        }

        AffineTransform map = geometry.IndexToWorld;
        var shift = new Point3(MiddleX - ((left + right) / 2), MiddleY - ((back + front) / 2), Vertex - top);
        return new(size, map with { Origin = map.Origin + shift });
    }
}
