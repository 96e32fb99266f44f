using System.Numerics;

namespace StrokeFramework.Phantom;

/// <summary>A shower of emboli: one to thirty small infarcts about a place, rather in the cortex than below it.</summary>
internal static class EmboliCluster
{
    // Tries per embolus before a spread too narrow for the tissue around is given up.
    private const int Tries = 2000;
    private const float Parenchyma = 0.6f, Cortex = 0.4f;
    private const double InCortex = 1, Below = 0.4;

    /// <summary>Draws a cluster and adds it.</summary>
    public static void Add(AcuteLesionMap map, AcuteScene scene, AcuteLesionSettings settings, PhantomRandom random)
    {
        if (Somewhere(scene, random) is not { } middle) return;
        double spread = random.Chance(settings.ScatterChance) ? double.PositiveInfinity : random.Uniform(settings.ClusterSpread);
        int count = (int)random.LogUniform(1, settings.MostEmboli + 1);
        double severity = random.Uniform(0.6, 1);
        double largest = count > 3 ? settings.EmbolusRadius.To : settings.SparseEmbolusRadius;
        for (int embolus = 0; embolus < count; embolus++)
        {
            PhantomRandom own = random.Fork(embolus);
            Vector3? at = Near(scene, middle, spread, own);
            if (at is null) continue;
            double radius = own.LogUniform(settings.EmbolusRadius.From, Math.Max(settings.EmbolusRadius.From, largest));
            var radii = new Vector3(Stretch(), Stretch(), Stretch());
            AddOne(map, scene, at.Value, radii, Math.Clamp((float)(severity * own.Uniform(0.7, 1.1)), 0.15f, 1), own);

            float Stretch() => (float)(radius * Math.Exp(own.Normal(0, 0.3)));
        }
    }

    private static void AddOne(AcuteLesionMap map, AcuteScene scene, Vector3 at, Vector3 radii, float severity, PhantomRandom random)
    {
        float radius = (radii.X + radii.Y + radii.Z) / 3, step = scene.Step.X;
        Vector3 reach = (radii * 1.6f) + new Vector3(step);
        var uneven = new SmoothNoise(random, at - reach, at + reach, MathF.Max(2, radius));
        VoxelBox box = scene.Around(at, reach);
        for (int k = box.K0; k < box.K1; k++)
        {
            for (int j = box.J0; j < box.J1; j++)
            {
                for (int i = box.I0; i < box.I1; i++)
                {
                    Vector3 place = new Vector3(i, j, k) * scene.Step;
                    float distance = ((place - at) / radii).Length() * (1 + (0.2f * uneven.At(place).X));
                    float fraction = Math.Clamp(((1 - distance) * radius / step) + 0.5f, 0, 1);
                    if (fraction > 0) map.Add(scene.Size.IndexOf(i, j, k), fraction, severity);
                }
            }
        }
    }

    // A voxel of parenchyma at a normally distributed distance from the middle, by rejection.
    private static Vector3? Near(AcuteScene scene, Vector3 middle, double spread, PhantomRandom random)
    {
        for (int attempt = 0; attempt < Tries; attempt++)
        {
            int v = scene.Voxels[random.NextInt(scene.Voxels.Length)];
            if (scene.Maps.Parenchyma(v) < Parenchyma) continue;
            Vector3 place = scene.Place(v);
            double weight = Math.Exp(-(place - middle).LengthSquared() / (2 * spread * spread)) * (scene.Maps.Grey[v] > Cortex ? InCortex : Below);
            // Emboli sit anywhere between voxel centers.
            if (random.Chance(weight)) return place + (scene.Step * new Vector3(Half(), Half(), Half()));
        }

        return null;

        float Half() => (float)random.Uniform(-0.5, 0.5);
    }

    private static Vector3? Somewhere(AcuteScene scene, PhantomRandom random) => Near(scene, Vector3.Zero, double.PositiveInfinity, random);
}
