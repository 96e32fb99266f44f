using System.Numerics;

namespace StrokeFramework.Phantom;

/// <summary>Turns an anatomy into tissue fractions on a scanner's grid, averaging across each slice's thickness.</summary>
public static class TissueRasterizer
{
    // Nothing of a head lies farther than this from its middle, before the warp, in mm.
    private static readonly Vector3 Middle = new(0, -17, 8), Reach = new(84, 103, 86);

    private const float WarpStep = 8;

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
        GridSize size = geometry.Size;
        int count = checked((int)size.Count);
        float[] grey = new float[count], white = new float[count], csf = new float[count], scalp = new float[count];
        float weight = 1f / slabSamples;
        for (int k = 0; k < size.K; k++)
        {
            for (int sample = 0; sample < slabSamples; sample++)
            {
                double depth = k + (((sample + 0.5) / slabSamples) - 0.5);
                for (int j = 0; j < size.J; j++)
                {
                    Vector3 at = frame.ToUnwarped(World(geometry, 0, j, depth));
                    Vector3 step = frame.ToUnwarped(World(geometry, 1, j, depth)) - at;
                    (int first, int last) = Span(at, step, size.I);
                    int stride = Math.Max(1, (int)(WarpStep / step.Length()));
                    Vector3 place = default, pace = default;
                    for (int i = first; i < last; i++)
                    {
                        // The warp is so smooth that a few millimeters of it are a straight line.
                        if ((i - first) % stride == 0)
                        {
                            place = frame.Warp(at + (i * step));
                            pace = (frame.Warp(at + ((i + stride) * step)) - place) / stride;
                        }

                        Vector4 tissue = weight * anatomy.At(place);
                        place += pace;
                        int v = size.IndexOf(i, j, k);
                        grey[v] += tissue.X;
                        white[v] += tissue.Y;
                        csf[v] += tissue.Z;
                        scalp[v] += tissue.W;
                    }
                }
            }
        }

        return new(geometry, frame, grey, white, csf, scalp);
    }

    /// <summary>The world position of a voxel in single precision, in mm.</summary>
    internal static Vector3 World(VolumeGeometry geometry, double i, double j, double k)
    {
        Point3 p = geometry.ToWorld(i, j, k);
        return new((float)p.X, (float)p.Y, (float)p.Z);
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
