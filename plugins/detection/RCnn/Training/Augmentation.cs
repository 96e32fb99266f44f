using StrokeFramework.RCnn.Boxes;
using StrokeFramework.RCnn.Images;

namespace StrokeFramework.RCnn.Training;

/// <summary>Shows a slice otherwise each time: mirrored, shifted, larger or smaller, brighter or darker, with noise.</summary>
internal sealed class Augmentation(RCnnSettings settings)
{
    // A box of which less than this is left within the picture is no longer shown as one.
    private const double LeastLeft = 0.5;

    /// <summary>Changes a slice.</summary>
    /// <param name="slice">The slice.</param>
    /// <param name="random">The generator.</param>
    /// <returns>The picture [channels, rows, columns], its boxes, four numbers each, in pixels, and their classes.</returns>
    public (Tensor Picture, float[] Boxes, long[] Labels) Apply(SliceExample slice, Random random)
    {
        bool mirrored = random.Next(2) == 1;
        (float fromX, float toX) = Stretch(slice.Width, random);
        (float fromY, float toY) = Stretch(slice.Height, random);
        // Shifting and magnifying is sampling the picture in another frame.
        AxisTaps across = new AxisTaps(slice.Width, 1).Lay(fromX, toX, slice.Width), down = new AxisTaps(slice.Height, 1).Lay(fromY, toY, slice.Height);
        if (mirrored) across.Reverse();
        // One for each image of the study: neighboring slices change alike.
        float[] gains = [.. Enumerable.Range(0, StudySlices.Count(settings.Channels, seen: 1)).Select(_ => (float)(1 + (settings.Intensity * ((2 * random.NextDouble()) - 1))))];
        Tensor still = slice.Picture(), picture = empty_like(still);
        int plane = slice.Height * slice.Width;
        Span<float> from = still.Floats(), to = picture.Floats();
        for (int c = 0; c < slice.Channels; c++)
        {
            // Outside of the slice is air.
            foreach (ref float pixel in from.Slice(c * plane, plane)) pixel = (pixel - StudySlices.Air) * gains[c % gains.Length];
            Resampling.Sample(from.Slice(c * plane, plane), slice.Width, across, down, to.Slice(c * plane, plane));
        }

        double noise = settings.Noise * random.NextDouble();
        int seed = random.Next();
        if (noise > 0)
        {
            // A generator of its own, since libtorch's is shared with every plugin of the process.
            using var generator = new Generator((ulong)seed, CPU);
            // As in magnitude images, noise makes nothing negative.
            picture.Add(randn(picture.shape, generator: generator), noise);
            picture.abs_();
        }

        (float[] boxes, long[] labels) = Move(slice, (fromX, toX), (fromY, toY), mirrored);
        foreach (ref float pixel in to) pixel += StudySlices.Air;
        return (picture, boxes, labels);
    }

    private (float From, float To) Stretch(int length, Random random)
    {
        double scale = 1 + (settings.Magnification * ((2 * random.NextDouble()) - 1));
        double shift = settings.Shift / settings.Spacing * ((2 * random.NextDouble()) - 1), middle = ((length - 1) / 2.0) + shift, half = length / 2.0 / scale;
        return ((float)(middle - half), (float)(middle + half));
    }

    private static (float[] Boxes, long[] Labels) Move(SliceExample slice, (float From, float To) x, (float From, float To) y, bool mirrored)
    {
        List<float> boxes = [];
        List<long> labels = [];
        for (int n = 0; n < slice.Labels.Length; n++)
        {
            ReadOnlySpan<float> box = slice.Boxes.AsSpan(4 * n, 4);
            float left = To(box[0], x, slice.Width), right = To(box[2], x, slice.Width), upper = To(box[1], y, slice.Height), lower = To(box[3], y, slice.Height);
            if (mirrored) (left, right) = (slice.Width - 1 - right, slice.Width - 1 - left);
            float[] cut = [Math.Max(left, -0.5f), Math.Max(upper, -0.5f), Math.Min(right, slice.Width - 0.5f), Math.Min(lower, slice.Height - 0.5f)];
            double rest = (double)Math.Max(0, cut[2] - cut[0]) * Math.Max(0, cut[3] - cut[1]);
            if (!(rest > LeastLeft * (right - left) * (lower - upper))) continue;
            boxes.AddRange(cut);
            labels.Add(slice.Labels[n]);
        }

        return ([.. boxes], [.. labels]);
    }

    private static float To(float at, (float From, float To) frame, int length) => ((at - frame.From) / (frame.To - frame.From) * length) - 0.5f;
}
