using System.Numerics;

namespace StrokeFramework.Phantom;

/// <summary>One pile-up band: thin across, long within the slice, low; bent, uneven, and often with a void beside it.</summary>
/// <param name="Gain">Gain at the center beyond 1; below 0 for a dark band.</param>
/// <param name="Extent">Standard deviations along, across and in height, in mm.</param>
/// <param name="Angle">Angle of its length to the left-right axis, in radians.</param>
/// <param name="Bend">Curvature within the slice, in 1/mm.</param>
/// <param name="Void">Loss of gain at the center of the void; 0 for none.</param>
/// <param name="VoidShift">Distance of the void across the band, in mm.</param>
/// <param name="Mismatch">Logarithm of the DWI's gain beyond b0's at the center.</param>
internal readonly record struct PileUpBand(float Gain, Vector3 Extent, float Angle, float Bend, float Void, float VoidShift, float Mismatch)
{
    // Beyond this exponent a profile is nothing.
    private const float Far = 5;

    /// <summary>Draws a band.</summary>
    public static PileUpBand Draw(AcuteArtifactSettings settings, PhantomRandom random)
    {
        Point3 small = settings.SmallestBand, large = settings.LargestBand;
        var extent = new Vector3((float)random.Uniform(small.X, large.X), (float)random.Uniform(small.Y, large.Y), (float)random.Uniform(small.Z, large.Z));
        double gain = random.LogUniform(settings.BandGain), dark = random.Uniform(0.3, 0.9);
        bool isDark = random.Chance(settings.DarkBandChance), hasVoid = random.Chance(settings.VoidChance);
        float hole = (float)random.Uniform(0.2, 0.8), shift = extent.Y * (float)random.Uniform(2, 4) * (random.Chance(0.5) ? 1 : -1);
        return new(
            (float)(isDark ? -dark : gain), extent, (float)random.Normal(0, 0.45), (float)random.Uniform(-0.0075, 0.0075),
            hasVoid && !isDark ? hole : 0, shift, (float)random.Normal(0, settings.BandMismatch));
    }

    /// <summary>The same band on the other side of the head, weaker or as strong.</summary>
    public PileUpBand Mirrored(float strength) => this with { Gain = Gain * strength, Void = Void * strength, Angle = -Angle, Bend = Bend };

    /// <summary>Adds the band to the gain and its mismatch.</summary>
    public void AddTo(float[] gain, float[] mismatch, AcuteScene scene, Vector3 at, PhantomRandom random)
    {
        float reach = 3.2f * MathF.Max(Extent.X, Extent.Y + MathF.Abs(VoidShift));
        VoxelBox box = scene.Around(at, new(reach, reach, 3.2f * Extent.Z));
        SmoothNoise uneven = scene.Noise(random, 10);
        (float sin, float cos) = MathF.SinCos(Angle);
        for (int k = box.K0; k < box.K1; k++)
        {
            for (int j = box.J0; j < box.J1; j++)
            {
                for (int i = box.I0; i < box.I1; i++)
                {
                    Vector3 place = new Vector3(i, j, k) * scene.Step, p = place - at;
                    float along = (cos * p.X) + (sin * p.Y);
                    float across = (cos * p.Y) - (sin * p.X) + (Bend * along * along);
                    float far = 0.5f * (Square(along / Extent.X) + Square(p.Z / Extent.Z));
                    if (far > Far) continue;
                    int v = scene.Size.IndexOf(i, j, k);
                    if (scene.Brain(v) == 0) continue;
                    float pile = far + (0.5f * Square(across / Extent.Y));
                    if (pile < Far)
                    {
                        float strength = MathF.Exp(-pile) * Math.Clamp(1 + (0.33f * uneven.At(place).X), 0, 2);
                        gain[v] += Gain * strength;
                        mismatch[v] += Mismatch * MathF.Min(1, 1.5f * strength);
                    }

                    float beside = far + (0.5f * Square((across - VoidShift) / (1.3f * Extent.Y)));
                    if (Void > 0 && beside < Far) gain[v] -= Void * MathF.Exp(-beside);
                }
            }
        }
    }

    private static float Square(float x) => x * x;
}
