using StrokeFramework.Imaging;

namespace StrokeFramework.KMeansFastMarching;

/// <summary>Finds the voxels where the front starts: the inside of the large parts of the lesion cluster.</summary>
internal static class SeedFinder
{
    /// <summary>Erodes every part of at least the minimum size; where nothing is left of one, its voxel nearest to its centroid.</summary>
    /// <param name="cluster">1 in the lesion cluster.</param>
    /// <param name="slab">Grid and spacing.</param>
    /// <param name="erosion">Width of the erosion in mm.</param>
    /// <param name="minimumVoxels">Smallest part.</param>
    /// <returns>Linear indices in ascending order within each part.</returns>
    public static List<int> Find(byte[] cluster, StudySlab slab, double erosion, double minimumVoxels)
    {
        var seeds = new List<int>();
        ComponentLabels parts = ConnectedComponents.Label(cluster, slab.Size, Connectivity.Full);
        if (parts.Count == 0 || parts.SizeOf(1) < minimumVoxels) return seeds;
        double width = erosion > 0 ? Math.Max(erosion, Math.Min(slab.Spacing.X, slab.Spacing.Y)) : 0;
        byte[] inside = Morphology.Erode(cluster, slab.Size, slab.Spacing, StructuringElement.Box(width));
        IReadOnlyList<int[]> voxels = parts.Voxels();
        for (int part = 0; part < voxels.Count && voxels[part].Length >= minimumVoxels; part++)
        {
            int before = seeds.Count;
            foreach (int v in voxels[part])
            {
                if (inside[v] != 0) seeds.Add(v);
            }

            if (seeds.Count == before) seeds.Add(MiddleOf(voxels[part], slab));
        }

        return seeds;
    }

    private static int MiddleOf(int[] voxels, StudySlab slab)
    {
        var center = default(Point3);
        foreach (int v in voxels) center += PositionOf(v, slab);
        center = (1.0 / voxels.Length) * center;
        int nearest = voxels[0];
        double least = double.PositiveInfinity;
        foreach (int v in voxels)
        {
            double distance = (PositionOf(v, slab) - center).Length;
            if (distance < least) (least, nearest) = (distance, v);
        }

        return nearest;
    }

    private static Point3 PositionOf(int v, StudySlab slab)
    {
        GridSize size = slab.Size;
        return new(v % size.I * slab.Spacing.X, v / size.I % size.J * slab.Spacing.Y, v / size.SliceCount * slab.Spacing.Z);
    }
}
