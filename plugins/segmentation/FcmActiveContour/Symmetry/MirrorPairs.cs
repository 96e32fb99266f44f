using StrokeFramework.Imaging;

namespace StrokeFramework.FcmActiveContour.Symmetry;

/// <summary>Finds what of a mask has a counterpart on the other side of the head, as the ventricles and sulci do.</summary>
/// <param name="slab">Grid and spacing.</param>
/// <param name="plane">The plane between the sides, in the coordinates of the whole volume.</param>
/// <param name="tolerance">How far from the exact mirror image the counterpart may lie, in mm.</param>
/// <param name="maximumOverlap">A part of which more than this fraction has a counterpart is a pair as a whole.</param>
internal sealed class MirrorPairs(StudySlab slab, MidSagittalPlane plane, double tolerance, double maximumOverlap)
{
    /// <summary>Parts are separated by an opening of half this width, in mm: sulci and fissures join most of the fluid.</summary>
    private const double PartOpening = 0.9;

    /// <summary>A part of which less than this fraction of the largest overlap has a counterpart is none at all: it is hit by chance.</summary>
    private const double ChanceOverlap = 0.5;

    /// <summary>Whether anything is taken for a pair.</summary>
    public bool IsOn => maximumOverlap < 1;

    /// <summary>The voxel at the mirror image of another; -1 when it lies outside the grid.</summary>
    public int MirrorOf(int v)
    {
        GridSize size = slab.Size;
        var at = new Point3(v % size.I * slab.Spacing.X, v / size.I % size.J * slab.Spacing.Y, (slab.Index + (v / size.SliceCount)) * slab.Spacing.Z);
        Point3 mirror = plane.Mirror(at);
        // A slice alone stands for its neighbors too when the plane is tilted.
        return MidSagittalPlane.IndexOf(size.K == 1 ? mirror with { Z = 0 } : mirror, slab);
    }

    /// <summary>Marks the voxels of a mask that have a counterpart in it.</summary>
    public byte[] Find(ReadOnlySpan<byte> mask)
    {
        byte[] grown = Morphology.Dilate(mask, slab.Size, slab.Spacing, StructuringElement.Box(tolerance));
        byte[] open = Morphology.Open(mask, slab.Size, slab.Spacing, StructuringElement.Box(PartOpening));
        var pairs = new byte[mask.Length];
        for (int v = 0; v < pairs.Length; v++)
        {
            if (mask[v] == 0) continue;
            int mirror = MirrorOf(v);
            if (mirror >= 0 && grown[mirror] != 0) pairs[v] = 1;
        }

        foreach (int[] part in ConnectedComponents.Label(open, slab.Size, Connectivity.Full).Voxels())
        {
            int paired = 0;
            foreach (int v in part) paired += pairs[v];
            bool whole = paired > maximumOverlap * part.Length;
            if (!whole && paired >= ChanceOverlap * maximumOverlap * part.Length) continue;
            foreach (int v in part) pairs[v] = whole ? (byte)1 : (byte)0;
        }

        return pairs;
    }
}
