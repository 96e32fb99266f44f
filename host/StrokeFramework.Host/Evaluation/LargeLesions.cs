using StrokeFramework.Imaging;

namespace StrokeFramework.Host.Evaluation;

/// <summary>How many of the truth's large lesions a mask finds: those over <see cref="Least"/>, by one voxel of overlap.</summary>
/// <param name="Lesions">Large lesions in the truth.</param>
/// <param name="Found">Those that the mask touches.</param>
public readonly record struct LargeLesions(int Lesions, int Found)
{
    /// <summary>What a lesion must exceed to be large, in ml.</summary>
    public const double Least = 1;

    /// <summary>Counts the large lesions of the truth; any value but 0 is inside.</summary>
    internal static LargeLesions Of(ReadOnlySpan<byte> mask, ReadOnlySpan<byte> truth, VolumeGeometry geometry)
    {
        ComponentLabels components = ConnectedComponents.Label(truth, geometry.Size, Connectivity.Full);
        var found = new bool[components.Count + 1];
        ReadOnlySpan<int> labels = components.Labels.Span;
        for (int v = 0; v < labels.Length; v++)
        {
            if (labels[v] != 0 && mask[v] != 0) found[labels[v]] = true;
        }

        int[] large = [.. Enumerable.Range(1, components.Count).Where(c => components.SizeOf(c) * geometry.VoxelVolume / 1000 > Least)];
        return new(large.Length, large.Count(c => found[c]));
    }
}
