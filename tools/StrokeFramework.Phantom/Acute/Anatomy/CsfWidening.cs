namespace StrokeFramework.Phantom;

/// <summary>Atrophy: CSF takes a share of the tissue beside it, more in some places than in others.</summary>
internal static class CsfWidening
{
    // CSF below this is the partial volume of a narrow sulcus, which nothing widens.
    private const float Cell = 70, Open = 0.4f;

    /// <summary>Widens CSF by up to a voxel, in place; fractions keep their sum.</summary>
    /// <param name="scene">The brain.</param>
    /// <param name="widest">One value per voxel; overwritten.</param>
    /// <param name="random">The stream to draw from.</param>
    public static void Apply(AcuteScene scene, float[] widest, PhantomRandom random)
    {
        TissueMaps maps = scene.Maps;
        float strength = (float)random.Uniform(0.2, 1);
        SmoothNoise places = scene.Noise(random, Cell);
        GridSize size = maps.Geometry.Size;
        foreach (int v in scene.Voxels) widest[v] = LargestAround(maps.Csf, v, size);
        foreach (int v in scene.Voxels)
        {
            float brain = maps.Grey[v] + maps.White[v] + maps.Csf[v];
            float share = Math.Clamp(strength * (0.6f + (0.33f * places.At(scene.Place(v)).X)), 0, 1);
            float csf = share * MathF.Max(0, widest[v] - Open) / (1 - Open) * brain;
            if (csf <= maps.Csf[v]) continue;
            float kept = (brain - csf) / MathF.Max(brain - maps.Csf[v], 1e-3f);
            maps.Grey[v] *= kept;
            maps.White[v] *= kept;
            maps.Csf[v] = brain - maps.Grey[v] - maps.White[v];
        }
    }

    // The largest of a voxel and its six neighbors; at the grid's border, where there is no brain, rows run into each other.
    private static float LargestAround(float[] csf, int v, GridSize size)
    {
        float most = csf[v];
        foreach (int stride in (ReadOnlySpan<int>)[1, size.I, size.SliceCount])
        {
            if (v >= stride) most = MathF.Max(most, csf[v - stride]);
            if (v + stride < csf.Length) most = MathF.Max(most, csf[v + stride]);
        }

        return most;
    }
}
