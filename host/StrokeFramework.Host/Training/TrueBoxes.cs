using StrokeFramework.Host.Evaluation;
using StrokeFramework.Imaging;

namespace StrokeFramework.Host.Training;

/// <summary>The boxes around the lesions of a true mask.</summary>
public static class TrueBoxes
{
    /// <summary>What is smaller than this in a slice gets no box, in mm²: a few voxels at the end of a lesion have no shape to learn.</summary>
    public const double SmallestArea = 20;

    /// <summary>A tight box around every 8-connected part of the mask in every slice.</summary>
    /// <param name="mask">1 where there is lesion.</param>
    /// <param name="strokeType">The class of all boxes.</param>
    /// <returns>Boxes with score 1, by slice and then from the larger part to the smaller.</returns>
    public static IReadOnlyList<Detection> Of(Volume<byte> mask, string strokeType) =>
        [.. WithLesions(mask).Select(b => new Detection(b.Box, strokeType, 1))];

    /// <summary>The same boxes, each with the lesion (26-connected in 3-D) that it is a part of.</summary>
    /// <param name="mask">1 where there is lesion.</param>
    public static IReadOnlyList<TrueBox> WithLesions(Volume<byte> mask)
    {
        ArgumentNullException.ThrowIfNull(mask);
        ComponentLabels lesions = ConnectedComponents.Label(mask.Span, mask.Size, Connectivity.Full);
        double voxelVolume = mask.Geometry.VoxelVolume / 1000;
        Point3 spacing = mask.Geometry.Spacing;
        double leastVoxels = SmallestArea / (spacing.X * spacing.Y);
        var size = new GridSize(mask.Size.I, mask.Size.J, 1);
        List<TrueBox> boxes = [];
        for (int k = 0; k < mask.Size.K; k++)
        {
            ReadOnlySpan<byte> slice = mask.Slice(k).Span;
            if (!slice.ContainsAnyExcept((byte)0)) continue;
            foreach (int[] part in ConnectedComponents.Label(slice, size, Connectivity.Full).Voxels().Where(p => p.Length >= leastVoxels))
            {
                int lesion = lesions.Labels.Span[(k * size.I * size.J) + part[0]];
                boxes.Add(new(Around(part, size.I, k), lesion, lesions.SizeOf(lesion) * voxelVolume));
            }
        }

        return boxes;
    }

    private static SliceBox Around(int[] voxels, int width, int slice)
    {
        int minI = voxels.Min(v => v % width), maxI = voxels.Max(v => v % width);
        return new(slice, minI - 0.5, (voxels[0] / width) - 0.5, maxI + 0.5, (voxels[^1] / width) + 0.5);
    }
}
