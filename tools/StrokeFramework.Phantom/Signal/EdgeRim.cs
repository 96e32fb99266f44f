using System.Numerics;

namespace StrokeFramework.Phantom;

/// <summary>A thin, broken bright rim along the brain's edge in the lower slices.</summary>
internal static class EdgeRim
{
    // The rim is full below the first and gone above the second, in reference mm.
    private const float Full = -22, Gone = 4, Thickness = 2.2f;

    /// <summary>Multiplies the rim into a gain map.</summary>
    public static void Apply(float[] gain, TissueMaps maps, double rimGain, PhantomRandom random)
    {
        var patches = new SmoothNoise(random, new(-90, -125, -70), new(90, 90, 20), 17);
        GridSize size = maps.Geometry.Size;
        Point3 spacing = maps.Geometry.Spacing;
        var depth = new float[size.SliceCount];
        for (int k = 0; k < size.K; k++)
        {
            float height = maps.Frame.ToUnwarped(TissueRasterizer.World(maps.Geometry, size.I * 0.5, size.J * 0.5, k)).Z;
            float low = Math.Clamp((Gone - height) / (Gone - Full), 0, 1);
            if (low == 0) continue;
            DepthFromEdge(depth, maps, k, (float)spacing.X, (float)spacing.Y);
            for (int p = 0; p < depth.Length; p++)
            {
                if (depth[p] is <= 0 or > 3 * Thickness) continue;
                Vector3 at = maps.Frame.ToUnwarped(TissueRasterizer.World(maps.Geometry, p % size.I, p / size.I, k));
                float strength = Math.Clamp(patches.At(at).X, 0, 2) * 0.7f * low * (float)rimGain;
                gain[p + (k * size.SliceCount)] *= 1 + (strength * MathF.Exp(-depth[p] * depth[p] / (2 * Thickness * Thickness)));
            }
        }
    }

    // City-block distance to the nearest voxel outside the brain, in mm: enough for a rim of uneven thickness.
    private static void DepthFromEdge(float[] depth, TissueMaps maps, int k, float stepI, float stepJ)
    {
        GridSize size = maps.Geometry.Size;
        int slice = k * size.SliceCount;
        for (int p = 0; p < depth.Length; p++)
        {
            int v = slice + p;
            if (maps.Grey[v] + maps.White[v] + maps.Csf[v] < 0.5f)
            {
                depth[p] = 0;
                continue;
            }

            float left = p % size.I > 0 ? depth[p - 1] : 0, above = p >= size.I ? depth[p - size.I] : 0;
            depth[p] = MathF.Min(left + stepI, above + stepJ);
        }

        for (int p = depth.Length - 1; p >= 0; p--)
        {
            if (depth[p] == 0) continue;
            float right = p % size.I < size.I - 1 ? depth[p + 1] : 0, below = p + size.I < depth.Length ? depth[p + size.I] : 0;
            depth[p] = MathF.Min(depth[p], MathF.Min(right + stepI, below + stepJ));
        }
    }
}
