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

    private readonly (float[] Values, double Level)[] _channels;
    private readonly AxisTaps _across, _down;

    private StudySlices(GridSize size, SliceFrame frame, (float[] Values, double Level)[] channels)
    {
        (Size, Frame, _channels) = (size, frame, channels);
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
    /// <returns>The slices, or null where there is nothing to see.</returns>
    /// <exception cref="StageException">An image is missing, or shows more than a head.</exception>
    public static StudySlices? Of(DiffusionStudy study, InputChannels channels, double spacing)
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
        return new(study.Geometry.Size, SliceFrame.Of(study.Geometry, first, last, Margin, spacing), [.. images]);
    }

    /// <summary>How many channels there are.</summary>
    public static int Count(InputChannels channels) => channels switch { InputChannels.Dwi => 1, InputChannels.DwiAdc => 2, _ => 3 };

    /// <summary>A slice.</summary>
    /// <param name="k">Its index.</param>
    /// <returns>[channels, rows, columns].</returns>
    public Tensor Picture(int k)
    {
        var plain = new float[Size.SliceCount];
        Tensor picture = empty(_channels.Length, _down.Cells, _across.Cells);
        Span<float> pixels = picture.Floats();
        for (int c = 0; c < _channels.Length; c++)
        {
            (float[] values, double level) = _channels[c];
            Frame.Reorder(values.AsSpan(k * Size.SliceCount, Size.SliceCount), plain);
            foreach (ref float value in plain.AsSpan()) value = (float)Math.Clamp(value / level, 0, Largest + 1);
            Resampling.Sample(plain, Frame.Across.Voxels, _across, _down, pixels.Slice(c * _down.Cells * _across.Cells, _down.Cells * _across.Cells));
        }

        // Outside of the image nothing counts, and 0 is what is there until air is made -1.
        foreach (ref float pixel in pixels) pixel += Air;
        return picture;
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
