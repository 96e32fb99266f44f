namespace MethodName.Tests;

/// <summary>Made-up studies: an ellipsoidal brain around 0.15 of the unit range and, if wanted, one bright ball in it.</summary>
internal static class TestStudy
{
    public const float LesionLevel = 0.6f, LesionAdc = 0.0004f, NormalAdc = 0.0008f;

    public static VolumeGeometry Geometry { get; } = VolumeGeometry.FromSpacing(new(40, 36, 8), new(2, 2, 5));

    /// <summary>A study with unit intensities, brain mask and ADC map.</summary>
    /// <param name="lesionRadius">Radius of the ball in mm; 0 for none.</param>
    public static DiffusionStudy Make(double lesionRadius)
    {
        ReadOnlySpan<byte> lesion = Ball(lesionRadius).Span;
        byte[] brain = Inside(new(39, 35, 17.5), new(34, 30, 17));
        var random = new Random(1);
        var dwi = new float[brain.Length];
        var adc = new float[brain.Length];
        for (int v = 0; v < dwi.Length; v++)
        {
            float texture = (float)(0.04 * (random.NextDouble() - 0.5));
            if (brain[v] == 0) continue;
            dwi[v] = texture + (lesion[v] != 0 ? LesionLevel : 0.15f);
            adc[v] = lesion[v] != 0 ? LesionAdc : NormalAdc;
        }

        return new DiffusionStudy(new(Geometry, dwi)).WithDwi(new(Geometry, dwi), unitIntensity: true)
            .WithBrainMask(new(Geometry, brain)).WithAdc(new(Geometry, adc));
    }

    /// <summary>The voxels of a ball in the right half of the brain.</summary>
    public static Volume<byte> Ball(double radius) => new(Geometry, Inside(new(51, 35, 17.5), new(radius, radius, radius)));

    private static byte[] Inside(Point3 center, Point3 radii)
    {
        GridSize size = Geometry.Size;
        var inside = new byte[size.Count];
        for (int v = 0; v < inside.Length; v++)
        {
            Point3 at = Geometry.ToWorld(v % size.I, v / size.I % size.J, v / size.SliceCount) - center;
            inside[v] = new Point3(at.X / radii.X, at.Y / radii.Y, at.Z / radii.Z).Length < 1 ? (byte)1 : (byte)0;
        }

        return inside;
    }
}
