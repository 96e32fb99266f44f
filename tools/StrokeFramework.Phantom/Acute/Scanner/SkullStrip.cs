namespace StrokeFramework.Phantom;

/// <summary>A brain mask as skull-stripping tools make it: the brain with an edge that is now generous, now tight.</summary>
internal static class SkullStrip
{
    private const float Cell = 17;

    /// <summary>Draws the mask.</summary>
    /// <param name="scene">The brain.</param>
    /// <param name="depth">Distance to the nearest voxel outside the brain, in mm.</param>
    /// <param name="kept">Set to 1 where the image is kept, else to 0.</param>
    /// <param name="random">The stream to draw from.</param>
    public static void Draw(AcuteScene scene, float[] depth, byte[] kept, PhantomRandom random)
    {
        Array.Clear(kept);
        float sure = (float)random.Uniform(2, 5), level = (float)random.Uniform(0.35, 0.75);
        SmoothNoise uneven = scene.Noise(random, Cell);
        foreach (int v in scene.Voxels)
        {
            float brain = scene.Brain(v);
            if (depth[v] > sure || (brain > 0.25f && brain + (0.2f * uneven.At(scene.Place(v)).X) > level)) kept[v] = 1;
        }
    }

    /// <summary>Sets an image to 0 outside the mask, with a faint negative ring where it rings.</summary>
    public static void Apply(float[] image, byte[] kept, GridSize size, float ringing)
    {
        for (int v = 0; v < image.Length; v++)
        {
            if (kept[v] == 0) image[v] = 0;
        }

        if (ringing == 0) return;
        for (int v = size.I; v < image.Length - size.I; v++)
        {
            if (kept[v] != 0) continue;
            float beside = MathF.Max(MathF.Max(Signal(v - 1), Signal(v + 1)), MathF.Max(Signal(v - size.I), Signal(v + size.I)));
            if (beside > 0) image[v] = -ringing * beside;
        }

        float Signal(int v) => kept[v] == 0 ? 0 : image[v];
    }
}
