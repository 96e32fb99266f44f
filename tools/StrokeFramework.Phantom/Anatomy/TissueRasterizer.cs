using System.Numerics;

namespace StrokeFramework.Phantom;

/// <summary>
/// Turns an anatomy into tissue fractions on a scanner's grid, averaging across each slice's thickness. Where a voxel and
/// its neighbors above and below are one pure tissue at their middle, the rest of the slice's thickness is taken to be so
/// too: that spares half of the work and only blurs what is thinner than a slice anyway.
/// </summary>
public static class TissueRasterizer
{
    private const byte Mixed = 255;
    private const float Pure = 0.97f, WarpStep = 8;

    // Nothing of a head lies farther than this from its middle, before the warp, in mm.
    private static readonly Vector3 Middle = new(0, -17, 8), Reach = new(84, 103, 86);

    /// <summary>Samples the anatomy.</summary>
    /// <param name="anatomy">The subject's brain.</param>
    /// <param name="frame">The subject's head in the scanner.</param>
    /// <param name="geometry">The grid.</param>
    /// <param name="slabSamples">Samples across a slice, at least 1.</param>
    public static TissueMaps Rasterize(IAnatomy anatomy, AnatomyFrame frame, VolumeGeometry geometry, int slabSamples)
    {
        ArgumentNullException.ThrowIfNull(anatomy);
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(geometry);
        ArgumentOutOfRangeException.ThrowIfLessThan(slabSamples, 1);
        int count = checked((int)geometry.Size.Count);
        var maps = new TissueMaps(geometry, frame, new float[count], new float[count], new float[count], new float[count]);
        AddMiddles(anatomy, maps);
        if (slabSamples == 1) return maps;

        var kind = new byte[count];

        for (int v = 0; v < count; v++) kind[v] = Kind(maps, v);
        float weight = 1f / slabSamples;
        for (int k = 0; k < geometry.Size.K; k++)
        {
            // With an odd number the middle one is at hand.
            bool odd = slabSamples % 2 == 1;
            Scale(maps, k, kind, odd ? weight : 0);
            for (int sample = 0; sample < slabSamples; sample++)
            {
                if (odd && sample == slabSamples / 2) continue;
                Sample(anatomy, maps, k, ((sample + 0.5) / slabSamples) - 0.5, weight, kind);
            }
        }

        return maps;
    }

    /// <summary>Adds the anatomy at the middle of every voxel to maps, which hold 0 before.</summary>
    internal static void AddMiddles(IAnatomy anatomy, TissueMaps maps)
    {
        for (int k = 0; k < maps.Geometry.Size.K; k++) Sample(anatomy, maps, k, 0, 1, null);
    }

    /// <summary>The world position of a voxel in single precision, in mm.</summary>
    internal static Vector3 World(VolumeGeometry geometry, double i, double j, double k)
    {
        Point3 p = geometry.ToWorld(i, j, k);
        return new((float)p.X, (float)p.Y, (float)p.Z);
    }

    // Adds one layer of a slice; with kinds, only where the slice is not one pure tissue through its thickness.
    private static void Sample(IAnatomy anatomy, TissueMaps maps, int k, double shift, float weight, byte[]? kind)
    {
        VolumeGeometry geometry = maps.Geometry;
        AnatomyFrame frame = maps.Frame;
        GridSize size = geometry.Size;
        for (int j = 0; j < size.J; j++)
        {
            Vector3 at = frame.ToUnwarped(World(geometry, 0, j, k + shift));
            Vector3 step = frame.ToUnwarped(World(geometry, 1, j, k + shift)) - at;
            (int first, int last) = Span(at, step, size.I);
            int stride = Math.Max(1, (int)(WarpStep / step.Length())), row = size.IndexOf(0, j, k);
            Vector3 place = default, pace = default;
            for (int i = first; i < last; i++)
            {
                // The warp is so smooth that a few millimeters of it are a straight line.
                if ((i - first) % stride == 0)
                {
                    place = frame.Warp(at + (i * step));
                    pace = (frame.Warp(at + ((i + stride) * step)) - place) / stride;
                }

                if (kind is null || !Uniform(kind, row + i, k, size)) Add(maps, row + i, weight * anatomy.At(place));
                place += pace;
            }
        }
    }

    private static void Add(TissueMaps maps, int v, Vector4 tissue)
    {
        maps.Grey[v] += tissue.X;
        maps.White[v] += tissue.Y;
        maps.Csf[v] += tissue.Z;
        maps.Scalp[v] += tissue.W;
    }

    private static void Scale(TissueMaps maps, int k, byte[] kind, float factor)
    {
        GridSize size = maps.Geometry.Size;
        for (int v = k * size.SliceCount; v < (k + 1) * size.SliceCount; v++)
        {
            if (Uniform(kind, v, k, size)) continue;
            maps.Grey[v] *= factor;
            maps.White[v] *= factor;
            maps.Csf[v] *= factor;
            maps.Scalp[v] *= factor;
        }
    }

    private static bool Uniform(byte[] kind, int v, int k, GridSize size)
    {
        byte own = kind[v];
        return own != Mixed && (k == 0 || kind[v - size.SliceCount] == own) && (k == size.K - 1 || kind[v + size.SliceCount] == own);
    }

    private static byte Kind(TissueMaps maps, int v)
    {
        float grey = maps.Grey[v], white = maps.White[v], csf = maps.Csf[v], scalp = maps.Scalp[v];
        if (white > Pure) return 1;
        if (grey > Pure) return 2;
        if (csf > Pure) return 3;
        return grey + white + csf + scalp < 1 - Pure ? (byte)0 : Mixed;
    }

    // Voxels of a row that may lie in the head: where the line crosses an ellipsoid around it.
    private static (int First, int Last) Span(Vector3 at, Vector3 step, int count)
    {
        Vector3 p = (at - Middle) / Reach, d = step / Reach;
        float a = Vector3.Dot(d, d), b = Vector3.Dot(p, d), c = Vector3.Dot(p, p) - 1;
        float discriminant = (b * b) - (a * c);
        if (discriminant <= 0) return (0, 0);
        float root = MathF.Sqrt(discriminant);
        int first = Math.Max(0, (int)MathF.Ceiling((-b - root) / a));
        int last = Math.Min(count, (int)MathF.Floor((-b + root) / a) + 1);
        return first < last ? (first, last) : (0, 0);
    }
}
