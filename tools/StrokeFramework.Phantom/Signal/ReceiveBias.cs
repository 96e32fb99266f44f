using System.Numerics;

namespace StrokeFramework.Phantom;

/// <summary>The coil's sensitivity: the exponential of a quadratic in space, the same on both images.</summary>
internal static class ReceiveBias
{
    /// <summary>Multiplies a bias into a gain map.</summary>
    public static void Apply(float[] gain, TissueMaps maps, double deviation, PhantomRandom random)
    {
        if (deviation == 0) return;
        float Draw() => (float)(deviation * random.Normal() * 0.8);
        var slope = new Vector3(Draw(), Draw(), Draw());
        var curve = new Vector3(Draw(), Draw(), Draw());
        var twist = new Vector3(Draw(), Draw(), Draw());
        VolumeGeometry geometry = maps.Geometry;
        GridSize size = geometry.Size;
        Vector3 middle = TissueRasterizer.World(geometry, 0.5 * size.I, 0.5 * size.J, 0.5 * size.K);
        for (int k = 0; k < size.K; k++)
        {
            for (int j = 0; j < size.J; j++)
            {
                Vector3 at = (TissueRasterizer.World(geometry, 0, j, k) - middle) / 80;
                Vector3 step = (TissueRasterizer.World(geometry, 1, j, k) - middle) / 80 - at;
                for (int i = 0; i < size.I; i++)
                {
                    int v = size.IndexOf(i, j, k);
                    if (maps.Grey[v] + maps.White[v] + maps.Csf[v] + maps.Scalp[v] == 0) continue;
                    Vector3 p = at + (i * step);
                    var mixed = new Vector3(p.X * p.Y, p.Y * p.Z, p.Z * p.X);
                    gain[v] *= MathF.Exp(Vector3.Dot(slope, p) + Vector3.Dot(curve, (p * p) - new Vector3(0.33f)) + Vector3.Dot(twist, mixed));
                }
            }
        }
    }
}
