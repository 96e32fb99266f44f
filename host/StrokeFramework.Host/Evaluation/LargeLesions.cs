using StrokeFramework.Imaging;

namespace StrokeFramework.Host.Evaluation;

/// <summary>How many of the truth's large lesions a mask finds: those over <see cref="Least"/>, by one voxel of overlap.</summary>
/// <param name="Lesions">Large lesions in the truth.</param>
/// <param name="Found">Those that the mask touches.</param>
public readonly record struct LargeLesions(int Lesions, int Found)
{
    /// <summary>What a lesion must exceed to be large, in ml.</summary>
    public const double Least = 1;

    /// <summary>Counts the large lesions of the truth.</summary>
    /// <param name="mask">The mask; any value but 0 is inside.</param>
    /// <param name="components">The 26-connected components of the truth.</param>
    /// <param name="voxelVolume">Volume of a voxel, in mm³.</param>
    internal static LargeLesions Of(ReadOnlySpan<byte> mask, ComponentLabels components, double voxelVolume)
    {
        var found = new bool[components.Count + 1];
        ReadOnlySpan<int> labels = components.Labels.Span;
        for (int v = 0; v < labels.Length; v++)
        {
            if (labels[v] != 0 && mask[v] != 0) found[labels[v]] = true;
        }

        int[] large = [.. Enumerable.Range(1, components.Count).Where(c => components.SizeOf(c) * voxelVolume / 1000 > Least)];
        return new(large.Length, large.Count(c => found[c]));
    }
}
