using StrokeFramework.Imaging;

namespace StrokeFramework.FcmActiveContour.Symmetry;

/// <summary>Finds what of a mask has a counterpart on the other side of the head, as the ventricles and sulci do.</summary>
/// <param name="slab">Grid and spacing.</param>
/// <param name="plane">The plane between the sides, in the coordinates of the whole volume.</param>
/// <param name="tolerance">How far from the exact mirror image the counterpart may lie, in mm.</param>
/// <param name="maximumOverlap">A part of which more than this fraction has a counterpart is a pair as a whole.</param>
internal sealed class MirrorPairs(StudySlab slab, MidsagittalPlane plane, double tolerance, double maximumOverlap)
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
        Point3 spacing = slab.Spacing;
        Point3 at = plane.Mirror(new(v % size.I * spacing.X, v / size.I % size.J * spacing.Y, (slab.Index + (v / size.SliceCount)) * spacing.Z));
        // A slice alone stands for its neighbors too when the plane is tilted.
        int i = (int)Math.Round(at.X / spacing.X), j = (int)Math.Round(at.Y / spacing.Y), k = size.K == 1 ? 0 : (int)Math.Round(at.Z / spacing.Z);
        return (uint)i < (uint)size.I && (uint)j < (uint)size.J && (uint)k < (uint)size.K ? size.IndexOf(i, j, k) : -1;
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
