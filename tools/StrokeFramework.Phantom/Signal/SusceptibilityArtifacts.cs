using System.Numerics;

namespace StrokeFramework.Phantom;

/// <summary>
/// Bright bands with voids beside them, and bright rims, where air and bone disturb the field near the skull base. A gain on
/// both images alike, so the computed ADC stays normal.
/// </summary>
internal static class SusceptibilityArtifacts
{
    // Petrous bone beside the temporal lobe and the cerebellum, frontal sinus, occipital rim; reference mm, right side.
    private static readonly (Vector3 At, double Weight)[] Sites =
    [
        (new(58, -14, -32), 3), (new(48, -44, -30), 2), (new(16, 62, -10), 2.5), (new(30, 48, -16), 1.5), (new(24, -100, -8), 1),
    ];

    /// <summary>Multiplies the artifacts into a gain map.</summary>
    public static void Apply(float[] gain, TissueMaps maps, ArtifactSettings settings, PhantomRandom random)
    {
        // Poisson by counting exponential waits.
        int pairs = 0;
        for (double wait = -Math.Log(1 - random.NextDouble()); wait < settings.Bands; wait -= Math.Log(1 - random.NextDouble())) pairs++;
        for (int pair = 0; pair < pairs; pair++)
        {
            Vector3 site = Sites[random.Pick([.. Sites.Select(s => s.Weight)])].At;
            site += 5 * new Vector3((float)random.Normal(), (float)random.Normal(), (float)random.Normal());
            var band = Band.Draw(settings, random);
            bool both = random.Chance(0.7), left = random.Chance(0.5);
            if (both || left) Add(gain, maps, site with { X = -site.X }, band with { Angle = -band.Angle, Gain = band.Gain * (float)random.Uniform(0.5, 1) });
            if (both || !left) Add(gain, maps, site, band);
        }

        if (settings.RimGain > 0) EdgeRim.Apply(gain, maps, settings.RimGain, random);
    }

    private static void Add(float[] gain, TissueMaps maps, Vector3 site, Band band)
    {
        VolumeGeometry geometry = maps.Geometry;
        GridSize size = geometry.Size;
        Vector3 at = ToBrainEdge(maps, site);
        var box = VoxelBox.Around(geometry, new(at.X, at.Y, at.Z), 3 * band.Length);
        (float sin, float cos) = MathF.SinCos(band.Angle);
        for (int k = box.K0; k < box.K1; k++)
        {
            for (int j = box.J0; j < box.J1; j++)
            {
                for (int i = box.I0; i < box.I1; i++)
                {
                    int v = size.IndexOf(i, j, k);
                    if (maps.Grey[v] + maps.White[v] + maps.Csf[v] == 0) continue;
                    Vector3 p = TissueRasterizer.World(geometry, i, j, k) - at;
                    float along = (cos * p.X) + (sin * p.Y);
                    float across = (cos * p.Y) - (sin * p.X) + (band.Bend * along * along);
                    float far = (along * along / (band.Length * band.Length)) + (p.Z * p.Z / (band.Height * band.Height));
                    float pile = MathF.Exp(-0.5f * (far + (across * across / (band.Width * band.Width))));
                    float beside = across - band.VoidShift;
                    float hole = band.Void * MathF.Exp(-0.5f * (far + (beside * beside / (1.7f * band.Width * band.Width))));
                    gain[v] *= MathF.Max(0.1f, 1 + (band.Gain * pile) - hole);
                }
            }
        }
    }

    // From outside the head straight towards its middle, to the first voxel that is mostly brain.
    private static Vector3 ToBrainEdge(TissueMaps maps, Vector3 site)
    {
        var axis = new Vector3(0, -20, site.Z);
        Vector3 inward = Vector3.Normalize(axis - site);
        GridSize size = maps.Geometry.Size;
        for (float step = -20; step < 40; step++)
        {
            Vector3 at = maps.Frame.ToWorld(site + (step * inward));
            Point3 index = maps.Geometry.WorldToIndex.Apply(new(at.X, at.Y, at.Z));
            int i = (int)Math.Round(index.X), j = (int)Math.Round(index.Y), k = Math.Clamp((int)Math.Round(index.Z), 0, size.K - 1);
            if ((uint)i >= (uint)size.I || (uint)j >= (uint)size.J) continue;
            int v = size.IndexOf(i, j, k);
            if (maps.Parenchyma(v) >= 0.5f) return at;
        }

        return maps.Frame.ToWorld(site);
    }

    private readonly record struct Band(float Gain, float Length, float Width, float Height, float Angle, float Bend, float Void, float VoidShift)
    {
        public static Band Draw(ArtifactSettings settings, PhantomRandom random)
        {
            float width = (float)random.LogUniform(1.5, 4);
            float hole = random.Chance(settings.VoidChance) ? (float)random.Uniform(0.3, 0.8) : 0;
            return new(
                (float)random.LogUniform(settings.BandGain.From, settings.BandGain.To), (float)random.LogUniform(5, 13), width,
                (float)random.Uniform(2, 5), (float)random.Normal(0, 0.5), (float)random.Normal(0, 0.015), hole,
                width * (float)random.Uniform(2, 3.5) * (random.Chance(0.5) ? 1 : -1));
        }
    }
}
