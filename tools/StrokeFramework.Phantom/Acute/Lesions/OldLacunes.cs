using System.Numerics;

namespace StrokeFramework.Phantom;

/// <summary>Old lacunes and cavities: ADC far above normal and so darker on the DWI. They are no lesion in the mask.</summary>
internal sealed class OldLacunes
{
    /// <summary>ADC of a cavity's middle, in mm²/s, and how far its T2 rises, relative.</summary>
    private const double CavityAdc = 2.3e-3, CavityT2 = 0.4;
    private const float Depth = 0.9f;

    private readonly List<(Vector3 At, float Radius)> _places = [];

    public OldLacunes(AcuteScene scene, AcuteLesionSettings settings, PhantomRandom random)
    {
        if (scene.Voxels.Length == 0 || !random.Chance(settings.LacuneChance)) return;
        int count = 1 + random.NextInt(Math.Max(1, settings.MostLacunes));
        for (int lacune = 0; lacune < count; lacune++)
        {
            int v = scene.Voxels[random.NextInt(scene.Voxels.Length)];
            _places.Add((scene.Place(v), (float)random.Uniform(settings.LacuneRadius)));
        }
    }

    /// <summary>Share of cavity at a place, in [0, 1).</summary>
    public float At(Vector3 place)
    {
        float most = 0;
        foreach ((Vector3 at, float radius) in _places)
        {
            float far = (place - at).LengthSquared() / (2 * radius * radius);
            if (far < 6) most = MathF.Max(most, Depth * MathF.Exp(-far));
        }

        return most;
    }

    /// <summary>A tissue with a share of cavity.</summary>
    public static TissueProperties In(TissueProperties tissue, float share) => share == 0
        ? tissue
        : new(tissue.ProtonDensity, tissue.T2 * (1 + (CavityT2 * share)), tissue.Adc + (share * Math.Max(0, CavityAdc - tissue.Adc)));
}
