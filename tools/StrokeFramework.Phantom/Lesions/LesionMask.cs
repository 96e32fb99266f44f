namespace StrokeFramework.Phantom;

/// <summary>
/// The voxels that an expert would draw: at least half lesion, mostly tissue, without specks. What lies against CSF and
/// where the middle is, is read off them.
/// </summary>
internal sealed class LesionMask
{
    // Pieces that sulci cut off and that are smaller than this are not drawn, in mm³.
    private const double Speck = 100;

    private LesionMask(List<int> voxels, Point3 center, double greyShare, bool touchesCsf) =>
        (Voxels, Center, GreyShare, TouchesCsf) = (voxels, center, greyShare, touchesCsf);

    /// <summary>Linear indices, in order.</summary>
    public List<int> Voxels { get; }

    /// <summary>Mean position, in world mm.</summary>
    public Point3 Center { get; }

    /// <summary>Grey matter's share of the tissue within.</summary>
    public double GreyShare { get; }

    /// <summary>Whether a voxel of the mask shares a face with a voxel that is mostly CSF.</summary>
    public bool TouchesCsf { get; }

    /// <summary>The mask of a lesion, or null when it is empty or comes within a voxel of another lesion.</summary>
    public static LesionMask? From(LesionField field, TissueMaps maps, byte[] taken)
    {
        GridSize size = maps.Geometry.Size;
        VoxelBox box = field.Box;
        var inside = new bool[box.Count];
        int p = 0;
        for (int k = box.K0; k < box.K1; k++)
        {
            for (int j = box.J0; j < box.J1; j++)
            {
                for (int i = box.I0; i < box.I1; i++, p++)
                {
                    if (field.Weight(p) < 0.5f) continue;
                    int v = size.IndexOf(i, j, k);
                    float tissue = maps.Parenchyma(v) + (field.DisplacesCsf ? maps.Csf[v] : 0);
                    if (tissue < 0.4f) continue;
                    if (NearAnother(taken, size, i, j, k)) return null;
                    inside[p] = true;
                }
            }
        }

        BoxComponents.DropSmall(inside, box, Math.Max(1, (int)(Speck / maps.Geometry.VoxelVolume)));
        return Measure(inside, box, maps);
    }

    private static LesionMask? Measure(bool[] inside, VoxelBox box, TissueMaps maps)
    {
        GridSize size = maps.Geometry.Size;
        var voxels = new List<int>();
        double grey = 0, tissue = 0;
        Point3 sum = default;
        bool touches = false;
        for (int p = 0; p < inside.Length; p++)
        {
            if (!inside[p]) continue;
            int i = box.I0 + (p % box.I), j = box.J0 + (p / box.I % box.J), k = box.K0 + (p / (box.I * box.J));
            int v = size.IndexOf(i, j, k);
            voxels.Add(v);
            sum += new Point3(i, j, k);
            grey += maps.Grey[v];
            tissue += maps.Parenchyma(v);
            touches |= (i > 0 && Fluid(v - 1)) || (i < size.I - 1 && Fluid(v + 1))
                || (j > 0 && Fluid(v - size.I)) || (j < size.J - 1 && Fluid(v + size.I));
        }

        if (voxels.Count == 0) return null;
        Point3 center = maps.Geometry.IndexToWorld.Apply((1.0 / voxels.Count) * sum);
        return new(voxels, center, tissue > 0 ? grey / tissue : 0, touches);

        bool Fluid(int v) => maps.Csf[v] > 0.6f;
    }

    private static bool NearAnother(byte[] taken, GridSize size, int i, int j, int k)
    {
        for (int dk = -1; dk <= 1; dk++)
        {
            for (int dj = -2; dj <= 2; dj++)
            {
                for (int di = -2; di <= 2; di++)
                {
                    int a = i + di, b = j + dj, c = k + dk;
                    if ((uint)a < (uint)size.I && (uint)b < (uint)size.J && (uint)c < (uint)size.K && taken[size.IndexOf(a, b, c)] != 0)
                        return true;
                }
            }
        }

        return false;
    }
}
