using System.Numerics;

namespace StrokeFramework.Phantom;

/// <summary>A lesion from a real mask: whole, in fragments, or its cortex alone, with severity that varies within it.</summary>
internal static class MaskLesion
{
    private const float SeverityCell = 12;

    /// <summary>Draws a mask and adds it.</summary>
    public static void Add(AcuteLesionMap map, AcuteScene scene, AcuteLesionSettings settings, AcuteTrainingLibrary library, PhantomRandom random)
    {
        LesionShape shape = library.DrawMask(settings, random);
        var outline = new LesionParameters(StrokeTypes.AcuteIschemic, 1, default, null, 0, random.Uniform(1, 2.5), 0);
        bool fragments = random.Chance(settings.FragmentChance), cortexOnly = random.Chance(settings.CortexOnlyChance);
        float cell = (float)random.Uniform(settings.FragmentCell), level = (float)random.Uniform(-1.5, 0.7);
        float severity = (float)random.Uniform(settings.Severity), variation = (float)random.Uniform(settings.SeverityVariation);
        LesionField? field = LesionRasterizer.Rasterize(shape, outline, false, scene.Maps, 1);
        if (field is null) return;
        SmoothNoise pieces = scene.Noise(random.Fork(1), cell), uneven = scene.Noise(random.Fork(2), SeverityCell);
        VoxelBox box = field.Box;
        int p = 0;
        for (int k = box.K0; k < box.K1; k++)
        {
            for (int j = box.J0; j < box.J1; j++)
            {
                int v = scene.Size.IndexOf(box.I0, j, k);
                for (int i = box.I0; i < box.I1; i++, p++, v++)
                {
                    float fraction = field.Core[p];
                    if (fraction == 0) continue;
                    Vector3 place = new Vector3(i, j, k) * scene.Step;
                    // A ramp of about a voxel at the fragments' limits.
                    if (fragments) fraction *= Math.Clamp(0.5f + ((pieces.At(place).X - level) * cell * 0.3f), 0, 1);
                    if (cortexOnly) fraction *= MathF.Min(1, 1.5f * scene.Maps.Grey[v]);
                    if (fraction > 0) map.Add(v, fraction, Math.Clamp(severity + (variation * uneven.At(place).X), 0.1f, 1));
                }
            }
        }
    }
}
