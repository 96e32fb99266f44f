using StrokeFramework.Imaging;

namespace StrokeFramework.UNet.Images;

/// <summary>
/// A study as the network sees it: cut to the brain, the DWI relative to normal tissue, the ADC map relative to normal
/// gray and white matter. Lesion stands out by a few units in either.
/// </summary>
internal sealed class BrainImages
{
    /// <summary>The DWI where there is no signal.</summary>
    public const float NoSignal = -3;

    /// <summary>The ADC map outside the brain.</summary>
    public const float NoDiffusion = -1.6f;

    // A first guess at what is no air, then at what is tissue other than fluid and lesion, relative to the median before.
    private const double AirPart = 0.06, LeastTissue = 0.6, MostTissue = 1.8, LeastBrain = 0.12;
    private const float DwiScale = 3, HighestDwi = 10, AdcScale = 2, NormalAdc = 0.8f, HighestAdc = 3.5f;
    private const int Margin = 2;

    private BrainImages(GridSize size, (int I, int J, int K) start, double normal, float[] dwi, float[]? adc, byte[] brain) =>
        (Size, Start, Normal, Dwi, Adc, Brain) = (size, start, normal, dwi, adc, brain);

    /// <summary>Voxels along each axis of the cut-out.</summary>
    public GridSize Size { get; }

    /// <summary>The cut-out's first voxel on the working grid.</summary>
    public (int I, int J, int K) Start { get; }

    /// <summary>The DWI's median in normal tissue, in the study's unit.</summary>
    public double Normal { get; }

    /// <summary>(v / normal - 1) · 3, from -3 to 10.</summary>
    public float[] Dwi { get; }

    /// <summary>(ADC in 10⁻³ mm²/s - 0.8) · 2, -1.6 outside the brain; null without an ADC map.</summary>
    public float[]? Adc { get; }

    /// <summary>1 where there is signal.</summary>
    public byte[] Brain { get; }

    /// <summary>Prepares a study; null when it holds no signal.</summary>
    /// <param name="study">The study.</param>
    /// <param name="grid">The network's grid for it.</param>
    /// <param name="roughness">Images are smoothed until the DWI is no rougher than this (<see cref="Sharpness"/>).</param>
    public static BrainImages? Of(DiffusionStudy study, WorkingGrid grid, double roughness)
    {
        Volume<float> image = study.BrainMask is { } mask ? Masked(study.Dwi, mask) : study.Dwi;
        float[] dwi = grid.Bring(image.Voxels, v => float.IsFinite(v) && v > 0 ? v : 0);
        if (FindNormal(dwi) is not { } normal) return null;
        float[]? adc = study.Adc is { } map ? grid.Bring(map.Voxels, v => float.IsFinite(v) ? Math.Clamp(v * 1000, 0, HighestAdc) : 0) : null;
        var brain = new byte[dwi.Length];
        for (int v = 0; v < dwi.Length; v++) brain[v] = dwi[v] > LeastBrain * normal ? (byte)1 : (byte)0;
        ((int I, int J, int K) start, GridSize size) = BoxOf(brain, grid.Size);
        brain = Cut(brain, grid.Size, start, size);
        dwi = Sharpness.Limit(Cut(dwi, grid.Size, start, size), brain, size, grid.Spacing, normal, roughness, out double smoothing);
        // Outside the brain a map holds zeros or noise, which must not pass for slow diffusion at its edge.
        if (adc is not null) adc = GaussianBlur.ApplyWithin(Cut(adc, grid.Size, start, size), brain, size, grid.Spacing, smoothing);
        var images = new BrainImages(size, start, normal, dwi, adc, brain);
        for (int v = 0; v < images.Dwi.Length; v++)
        {
            images.Dwi[v] = Math.Clamp((float)((images.Dwi[v] / normal) - 1) * DwiScale, NoSignal, HighestDwi);
            if (images.Adc is { } a) a[v] = images.Brain[v] != 0 ? (a[v] - NormalAdc) * AdcScale : NoDiffusion;
        }

        return images;
    }

    /// <summary>What a value of <see cref="Dwi"/> would be if the image were brighter by a factor.</summary>
    public static float WithGain(float dwi, float gain) => (((dwi / DwiScale) + 1) * gain * DwiScale) - DwiScale;

    /// <summary>What a value of <see cref="Adc"/> in the brain would be if the map were higher by a factor.</summary>
    public static float AdcWithGain(float adc, float gain) => (((adc / AdcScale) + NormalAdc) * gain * AdcScale) - (NormalAdc * AdcScale);

    /// <summary>Cuts the same box out of another image on the working grid.</summary>
    public T[] Cut<T>(T[] values, GridSize size) => Cut(values, size, Start, Size);

    /// <summary>Puts values of the cut-out back on the working grid, with 0 elsewhere.</summary>
    public float[] Paste(float[] values, GridSize size)
    {
        var whole = new float[size.Count];
        for (int k = 0; k < Size.K; k++)
        {
            for (int j = 0; j < Size.J; j++)
                values.AsSpan(Size.IndexOf(0, j, k), Size.I).CopyTo(whole.AsSpan(size.IndexOf(Start.I, Start.J + j, Start.K + k)));
        }

        return whole;
    }

    private static double? FindNormal(float[] dwi)
    {
        float[] values = [.. dwi.Where(v => v > 0)];
        if (values.Length == 0) return null;
        double high = RobustStatistics.QuantileInPlace(values, 0.99);
        double median = Middle(AirPart * high, double.PositiveInfinity, high);
        return Middle(LeastTissue * median, MostTissue * median, median);

        double Middle(double from, double to, double otherwise)
        {
            float[] between = [.. values.Where(v => v > from && v < to)];
            return between.Length == 0 ? otherwise : RobustStatistics.QuantileInPlace(between, 0.5);
        }
    }

    private static Volume<float> Masked(Volume<float> image, Volume<byte> mask)
    {
        float[] kept = image.Span.ToArray();
        for (int v = 0; v < kept.Length; v++)
        {
            if (mask.Span[v] == 0) kept[v] = 0;
        }

        return new(image.Geometry, kept);
    }

    private static ((int I, int J, int K) Start, GridSize Size) BoxOf(byte[] brain, GridSize size)
    {
        int[] low = [size.I, size.J, size.K], high = [0, 0, 0];
        for (int row = 0; row < size.J * size.K; row++)
        {
            ReadOnlySpan<byte> line = brain.AsSpan(row * size.I, size.I);
            int first = line.IndexOf((byte)1);
            if (first < 0) continue;
            Widen(0, first);
            Widen(0, line.LastIndexOf((byte)1));
            Widen(1, row % size.J);
            Widen(2, row / size.J);
        }

        for (int axis = 0; axis < 3; axis++) (low[axis], high[axis]) = (Math.Max(0, low[axis] - Margin), Math.Min(size[axis], high[axis] + 1 + Margin));
        return ((low[0], low[1], low[2]), new(high[0] - low[0], high[1] - low[1], high[2] - low[2]));

        void Widen(int axis, int index) => (low[axis], high[axis]) = (Math.Min(low[axis], index), Math.Max(high[axis], index));
    }

    private static T[] Cut<T>(T[] values, GridSize from, (int I, int J, int K) start, GridSize size)
    {
        var cut = new T[size.Count];
        for (int k = 0; k < size.K; k++)
        {
            for (int j = 0; j < size.J; j++)
                values.AsSpan(from.IndexOf(start.I, start.J + j, start.K + k), size.I).CopyTo(cut.AsSpan(size.IndexOf(0, j, k)));
        }

        return cut;
    }
}
