namespace StrokeFramework.Imaging;

/// <summary>Turns a segmentation into lesions: the 26-connected components of its mask in 3-D.</summary>
public static class LesionFinder
{
    /// <summary>
    /// Finds the lesions, largest first. Among lesions of equal size the one with the first voxel in memory comes first.
    /// A lesion's polarity is that of most of its voxels; hyper-intense when it is even.
    /// </summary>
    /// <param name="segmentation">The segmentation.</param>
    /// <param name="minimumVolume">Smallest lesion kept, in mm³.</param>
    public static LesionSet Find(Segmentation segmentation, double minimumVolume = 0)
    {
        ArgumentNullException.ThrowIfNull(segmentation);
        return Find(segmentation, ConnectedComponents.Label(segmentation.Labels.Span, segmentation.Geometry.Size, Connectivity.Full), minimumVolume);
    }

    /// <summary>Finds the lesions of a segmentation whose components are known already, see the other overload.</summary>
    /// <param name="segmentation">The segmentation.</param>
    /// <param name="components">The 26-connected components of its mask.</param>
    /// <param name="minimumVolume">Smallest lesion kept, in mm³.</param>
    public static LesionSet Find(Segmentation segmentation, ComponentLabels components, double minimumVolume)
    {
        ArgumentNullException.ThrowIfNull(segmentation);
        ArgumentNullException.ThrowIfNull(components);
        VolumeGeometry geometry = segmentation.Geometry;
        ReadOnlySpan<byte> labels = segmentation.Labels.Span;
        var lesions = new List<Lesion>();
        foreach (int[] voxels in components.Voxels())
        {
            double volume = voxels.Length * geometry.VoxelVolume;
            if (volume < minimumVolume) break;
            int dark = 0;
            foreach (int v in voxels)
            {
                if (labels[v] == (byte)LesionPolarity.Hypointense) dark++;
            }

            LesionPolarity polarity = 2 * dark > voxels.Length ? LesionPolarity.Hypointense : LesionPolarity.Hyperintense;
            lesions.Add(new(lesions.Count + 1, polarity, voxels, volume));
        }

        return new(geometry, lesions);
    }
}
