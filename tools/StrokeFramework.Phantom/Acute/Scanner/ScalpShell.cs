using StrokeFramework.Imaging;

namespace StrokeFramework.Phantom;

/// <summary>A scalp around the brain, uneven, beyond a dark skull; for images that nobody has stripped.</summary>
internal static class ScalpShell
{
    private const float Cell = 40;

    /// <summary>Adds the scalp.</summary>
    /// <param name="scene">The brain.</param>
    /// <param name="inside">1 where there is brain.</param>
    /// <param name="images">b0 and DWI.</param>
    /// <param name="normal">Normal brain on the DWI.</param>
    /// <param name="settings">How bright it is.</param>
    /// <param name="random">The stream to draw from.</param>
    public static void Add(AcuteScene scene, byte[] inside, (float[] B0, float[] Dwi) images, float normal, AcuteAcquisitionSettings settings, PhantomRandom random)
    {
        float[] distance = DistanceTransform.ToForeground(inside, scene.Size, scene.Maps.Geometry.Spacing);
        float inner = (float)random.Uniform(4, 8), outer = (float)random.Uniform(8, 14);
        float dwi = normal * (float)random.Uniform(settings.Scalp), b0 = dwi * (float)random.Uniform(settings.ScalpB0);
        SmoothNoise uneven = scene.Noise(random, Cell);
        for (int v = 0; v < distance.Length; v++)
        {
            if (distance[v] <= inner || distance[v] >= outer) continue;
            float strength = Math.Clamp(1 + (0.4f * uneven.At(scene.Place(v)).X), 0.1f, 2);
            images.Dwi[v] += dwi * strength;
            images.B0[v] += b0 * strength;
        }
    }
}
