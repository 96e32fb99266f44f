using StrokeFramework.RCnn.Boxes;

namespace StrokeFramework.RCnn.Images;

/// <summary>
/// A study's slices as the network sees them: each channel relative to normal brain, so that normal brain is 0 and air
/// -1, resampled and cut as <see cref="SliceFrame"/> says. Pictures are made when they are asked for.
/// </summary>
internal sealed class StudySlices
{
    /// <summary>What air and everything outside the image is.</summary>
    public const float Air = -1;

    private const double NormalAdc = 0.0008, Margin = 10, HeadLevel = 0.5, HeadShare = 0.1;
    private const float Largest = 4;
    private const double NeighborDistance = 5; // mm

    private readonly (float[] Values, double Level)[] _channels;
    private readonly int[] _offsets; // from a slice to those that are seen with it, itself first
    private readonly AxisTaps _across, _down;

    private StudySlices(GridSize size, SliceFrame frame, (float[] Values, double Level)[] channels, int[] offsets)
    {
        (Size, Frame, _channels, _offsets) = (size, frame, channels, offsets);
        (_across, _down) = (frame.Across.Taps(), frame.Down.Taps());
    }

    /// <summary>The study's grid.</summary>
    public GridSize Size { get; }

    /// <summary>How pictures lie on it.</summary>
    public SliceFrame Frame { get; }

    /// <summary>Prepares a study.</summary>
    /// <param name="study">The study.</param>
    /// <param name="channels">What the network sees.</param>
    /// <param name="spacing">Pixel spacing in mm.</param>
    /// <param name="seen">How many slices the network sees at once: 1, or 3 with the neighbors about 5 mm above and below.</param>
    /// <returns>The slices, or null where there is nothing to see.</returns>
    /// <exception cref="StageException">An image is missing, or shows more than a head.</exception>
    public static StudySlices? Of(DiffusionStudy study, InputChannels channels, double spacing, int seen = 1)
    {
        float[] dwi = Finite(study.Dwi);
        ReadOnlySpan<byte> mask = study.BrainMask is { } brain ? brain.Span : [];
        double level = NormalLevel.Of(dwi, mask);
        if (!(level > 0)) return null;
        List<(float[] Values, double Level)> images = [(dwi, level)];
        if (channels != InputChannels.Dwi) images.Add((Finite(study.Adc ?? throw Missing("ADC map", "an ADC map", channels)), NormalAdc));
        if (channels == InputChannels.DwiAdcB0)
        {
            float[] b0 = Finite(study.B0 ?? throw Missing("b0 image", "a b0 image", channels));
            images.Add((b0, Math.Max(NormalLevel.Of(b0, mask), float.Epsilon)));
        }

        ((int I, int J) first, (int I, int J) last) = Head(dwi, study.Geometry.Size, (float)(HeadLevel * level));
        return new(study.Geometry.Size, SliceFrame.Of(study.Geometry, first, last, Margin, spacing), [.. images], Offsets(study.Geometry, seen));
    }

    /// <summary>How many channels a picture has.</summary>
    /// <param name="channels">Of a slice.</param>
    /// <param name="seen">How many slices the network sees at once.</param>
    public static int Count(InputChannels channels, int seen) => seen * channels switch { InputChannels.Dwi => 1, InputChannels.DwiAdc => 2, _ => 3 };

    /// <summary>A slice and, where the network sees them, its neighbors.</summary>
    /// <param name="k">Its index.</param>
    /// <returns>[channels, rows, columns]: the slice's channels, then those of the neighbor below and of that above, air where the scan ends.</returns>
    public Tensor Picture(int k)
    {
        var plain = new float[Size.SliceCount];
        Tensor picture = zeros(_offsets.Length * _channels.Length, _down.Cells, _across.Cells);
        Span<float> pixels = picture.Floats();
        int plane = _down.Cells * _across.Cells;
        for (int n = 0; n < _offsets.Length; n++)
        {
            int slice = k + _offsets[n];
            if (slice < 0 || slice >= Size.K) continue;
            for (int c = 0; c < _channels.Length; c++)
            {
                (float[] values, double level) = _channels[c];
                Frame.Reorder(values.AsSpan(slice * Size.SliceCount, Size.SliceCount), plain);
                foreach (ref float value in plain.AsSpan()) value = (float)Math.Clamp(value / level, 0, Largest + 1);
                Resampling.Sample(plain, Frame.Across.Voxels, _across, _down, pixels.Slice(((n * _channels.Length) + c) * plane, plane));
            }
        }

        // Outside of the image nothing counts, and 0 is what is there until air is made -1.
        foreach (ref float pixel in pixels) pixel += Air;
        return picture;
    }

    private static int[] Offsets(VolumeGeometry geometry, int seen)
    {
        if (seen == 1) return [0];
        Point3 step = geometry.IndexToWorld.ColumnK;
        int apart = Math.Max(1, (int)Math.Round(NeighborDistance / step.Length));
        // Below comes first, whichever way the slices are stored.
        return step.Z < 0 ? [0, apart, -apart] : [0, -apart, apart];
    }

    private static StageException Missing(string image, string one, InputChannels channels) =>
        new($"The study has no {image}, and with the channels '{(channels == InputChannels.DwiAdc ? "dwi-adc" : "dwi-adc-b0")}' the network needs {one}. Add it, or use a network for the channels 'dwi'.");

    private static float[] Finite(Volume<float> volume)
    {
        float[] values = volume.Span.ToArray();
        foreach (ref float value in values.AsSpan())
        {
            if (!float.IsFinite(value)) value = 0;
        }

        return values;
    }

    // The part of the slices where the head is: lines with at least a tenth as many bright voxels as the fullest one.
    private static ((int I, int J) First, (int I, int J) Last) Head(float[] dwi, GridSize size, float bright)
    {
        int[] alongI = new int[size.I], alongJ = new int[size.J];
        for (int v = 0; v < dwi.Length; v++)
        {
            if (dwi[v] < bright) continue;
            alongI[v % size.I]++;
            alongJ[v / size.I % size.J]++;
        }

        (int firstI, int lastI) = Extent(alongI);
        (int firstJ, int lastJ) = Extent(alongJ);
        return ((firstI, firstJ), (lastI, lastJ));
    }

    private static (int First, int Last) Extent(int[] counts)
    {
        double least = Math.Max(1, HeadShare * counts.Max());
        int first = Array.FindIndex(counts, n => n >= least), last = Array.FindLastIndex(counts, n => n >= least);
        return first < 0 ? (0, counts.Length - 1) : (first, last);
    }
}
