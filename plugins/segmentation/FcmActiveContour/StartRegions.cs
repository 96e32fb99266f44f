using StrokeFramework.FcmActiveContour.Symmetry;
using StrokeFramework.Imaging;

namespace StrokeFramework.FcmActiveContour;

/// <summary>Finds where contours start: the parts of the lesion clusters that are wide, large and without a counterpart on the other side.</summary>
/// <param name="slab">Image and grid.</param>
/// <param name="pairs">Tells what has a counterpart.</param>
/// <param name="opening">Half width of the box that the clusters are opened with, in mm.</param>
/// <param name="minimumVoxels">Smallest part.</param>
internal sealed class StartRegions(StudySlab slab, MirrorPairs pairs, double opening, double minimumVoxels)
{
    /// <summary>The brain less its rim: of the given width in the slice, and the outermost slices of a volume of at least three.</summary>
    public static byte[] InnerBrain(StudySlab slab, double rim)
    {
        if (rim == 0) return slab.Brain.ToArray();
        byte[] inner = Morphology.Erode(slab.Brain, slab.Size, slab.Spacing, StructuringElement.Box(rim));
        if (slab.Size.K < 3) return inner;
        ReadOnlySpan<byte> brain = slab.Brain;
        int slice = slab.Size.SliceCount;
        for (int v = 0; v < inner.Length; v++)
        {
            if (v < slice || v >= inner.Length - slice || brain[v - slice] == 0 || brain[v + slice] == 0) inner[v] = 0;
        }

        return inner;
    }

    /// <summary>The start regions, largest first, as linear indices.</summary>
    /// <param name="polarity">The side.</param>
    /// <param name="border">The intensity where the lesion clusters begin.</param>
    /// <param name="allowed">1 where a contour may start.</param>
    public IReadOnlyList<int[]> Find(LesionPolarity polarity, double border, ReadOnlySpan<byte> allowed)
    {
        byte[] members = IntensityThreshold.Mark(slab, polarity, border);
        for (int v = 0; v < members.Length; v++) members[v] &= allowed[v];
        members = Open(members);
        if (pairs.IsOn)
        {
            byte[] paired = pairs.Find(members);
            for (int v = 0; v < members.Length; v++) members[v] &= (byte)(1 - paired[v]);
            members = Open(members);
        }

        return [.. ConnectedComponents.Label(members, slab.Size, Connectivity.Full).Voxels().TakeWhile(part => part.Length >= minimumVoxels)];
    }

    private byte[] Open(byte[] mask) => Morphology.Open(mask, slab.Size, slab.Spacing, StructuringElement.Box(opening));
}
