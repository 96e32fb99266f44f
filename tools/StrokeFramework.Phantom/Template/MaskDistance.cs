namespace StrokeFramework.Phantom;

/// <summary>Signed chamfer distance to a mask's outline within a box, by two sweeps.</summary>
internal static class MaskDistance
{
    // The half of the 26 neighbors that a forward sweep has already seen.
    private static readonly (int I, int J, int K)[] Seen =
    [
        (-1, 0, 0), (-1, -1, 0), (0, -1, 0), (1, -1, 0),
        (-1, -1, -1), (0, -1, -1), (1, -1, -1), (-1, 0, -1), (0, 0, -1), (1, 0, -1), (-1, 1, -1), (0, 1, -1), (1, 1, -1),
    ];

    /// <summary>Distances in mm, negative inside, within ± the limit; the box may reach beyond the grid.</summary>
    public static float[] Signed(Volume<byte> mask, VoxelBox box, float limit)
    {
        var inside = new bool[box.Count];
        for (int p = 0; p < inside.Length; p++)
        {
            int i = box.I0 + (p % box.I), j = box.J0 + (p / box.I % box.J), k = box.K0 + (p / (box.I * box.J));
            GridSize size = mask.Size;
            inside[p] = (uint)i < (uint)size.I && (uint)j < (uint)size.J && (uint)k < (uint)size.K && mask.Span[size.IndexOf(i, j, k)] != 0;
        }

        float[] outer = To(inside, true, box, mask.Geometry, limit), inner = To(inside, false, box, mask.Geometry, limit);
        float half = (float)(0.5 * mask.Geometry.Spacing.X);
        for (int p = 0; p < outer.Length; p++)
            outer[p] = Math.Clamp(inside[p] ? half - inner[p] : outer[p] - half, -limit, limit);
        return outer;
    }

    // Distance from every voxel to the nearest whose state is the target.
    private static float[] To(bool[] inside, bool target, VoxelBox box, VolumeGeometry geometry, float limit)
    {
        Point3 step = geometry.Spacing;
        float[] weights = [.. Seen.Select(n => (float)new Point3(n.I * step.X, n.J * step.Y, n.K * step.Z).Length)];
        var distance = new float[box.Count];
        for (int p = 0; p < distance.Length; p++) distance[p] = inside[p] == target ? 0 : limit + 1;
        for (int p = 0; p < distance.Length; p++) Relax(distance, p, box, weights, 1);
        for (int p = distance.Length - 1; p >= 0; p--) Relax(distance, p, box, weights, -1);
        return distance;
    }

    private static void Relax(float[] distance, int p, VoxelBox box, float[] weights, int direction)
    {
        float best = distance[p];
        if (best == 0) return;
        int i = p % box.I, j = p / box.I % box.J, k = p / (box.I * box.J);
        for (int n = 0; n < Seen.Length; n++)
        {
            int a = i + (direction * Seen[n].I), b = j + (direction * Seen[n].J), c = k + (direction * Seen[n].K);
            if ((uint)a >= (uint)box.I || (uint)b >= (uint)box.J || (uint)c >= (uint)box.K) continue;
            best = MathF.Min(best, distance[a + (box.I * (b + (box.J * c)))] + weights[n]);
        }

        distance[p] = best;
    }
}
