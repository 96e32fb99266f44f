namespace StrokeFramework.Imaging;

/// <summary>The connected components of a mask, numbered from 1, largest first.</summary>
public sealed class ComponentLabels
{
    private readonly int[] _labels;
    private readonly int[] _sizes;

    internal ComponentLabels(int[] labels, int[] sizes) => (_labels, _sizes) = (labels, sizes);

    /// <summary>How many components there are.</summary>
    public int Count => _sizes.Length;

    /// <summary>Per voxel the number of its component, 0 for background.</summary>
    public ReadOnlyMemory<int> Labels => _labels;

    /// <summary>The number of voxels of a component.</summary>
    /// <param name="component">Number of the component, from 1.</param>
    public int SizeOf(int component) => _sizes[component - 1];

    /// <summary>The voxels of every component: linear indices in ascending order, component 1 first in the list.</summary>
    public IReadOnlyList<int[]> Voxels()
    {
        var voxels = new int[Count][];
        for (int n = 0; n < Count; n++) voxels[n] = new int[_sizes[n]];
        var filled = new int[Count];
        for (int v = 0; v < _labels.Length; v++)
        {
            int n = _labels[v] - 1;
            if (n >= 0) voxels[n][filled[n]++] = v;
        }

        return voxels;
    }
}
