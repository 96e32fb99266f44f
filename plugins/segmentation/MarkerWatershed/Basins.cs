using StrokeFramework.Imaging;
using StrokeFramework.MarkerWatershed.Flooding;

namespace StrokeFramework.MarkerWatershed;

/// <summary>What the markers of a slab were flooded to.</summary>
/// <param name="Labels">Per voxel the number of its basin: above <see cref="Outer"/> for internal markers.</param>
/// <param name="Count">How many internal markers there are.</param>
internal sealed record Basins(int[] Labels, int Count)
{
    /// <summary>The basin of all external markers.</summary>
    public const int Outer = 1;

    /// <summary>Floods the gradient from the markers; internal markers that touch, from slice to slice too, are one.</summary>
    /// <param name="slab">Image and brain.</param>
    /// <param name="gradient">Its gradient magnitude.</param>
    /// <param name="markers">A <see cref="MarkerKind"/> per voxel.</param>
    /// <param name="cancellation">Looked at during the flood.</param>
    /// <returns>The basins; without an internal marker nothing is flooded.</returns>
    public static Basins Flood(StudySlab slab, ReadOnlySpan<float> gradient, ReadOnlySpan<byte> markers, CancellationToken cancellation)
    {
        var inside = new byte[markers.Length];
        for (int v = 0; v < inside.Length; v++) inside[v] = markers[v] == MarkerKind.Internal ? (byte)1 : (byte)0;
        ComponentLabels components = ConnectedComponents.Label(inside, slab.Size, Connectivity.Full);
        var labels = new int[markers.Length];
        if (components.Count == 0) return new(labels, 0);
        ReadOnlySpan<int> numbers = components.Labels.Span;
        ReadOnlySpan<float> image = slab.Dwi;
        ReadOnlySpan<byte> brain = slab.Brain;
        for (int v = 0; v < labels.Length; v++)
        {
            if (brain[v] == 0 || !float.IsFinite(image[v])) labels[v] = WatershedFlood.Barrier;
            else if (markers[v] == MarkerKind.Internal) labels[v] = Outer + numbers[v];
            else if (markers[v] == MarkerKind.External) labels[v] = Outer;
        }

        WatershedFlood.Run(gradient, labels, slab.Size, cancellation);
        return new(labels, components.Count);
    }

    /// <summary>The regions made of basins whose mean lies far enough from normal tissue, largest first: basins that touch are one.</summary>
    /// <param name="slab">Image and brain.</param>
    /// <param name="normal">Normal tissue.</param>
    /// <param name="polarity">The side.</param>
    /// <param name="least">The least distance, in robust standard deviations.</param>
    public IReadOnlyList<int[]> Regions(StudySlab slab, NormalTissue normal, LesionPolarity polarity, double least)
    {
        if (Count == 0) return [];
        var sums = new double[Outer + Count + 1];
        var counts = new int[sums.Length];
        ReadOnlySpan<float> image = slab.Dwi;
        for (int v = 0; v < Labels.Length; v++)
        {
            if (Labels[v] <= Outer) continue;
            sums[Labels[v]] += image[v];
            counts[Labels[v]]++;
        }

        var mask = new byte[Labels.Length];
        for (int v = 0; v < mask.Length; v++)
        {
            int n = Labels[v];
            if (n > Outer && normal.DistanceOf(sums[n] / counts[n], polarity) >= least) mask[v] = 1;
        }

        return ConnectedComponents.Label(mask, slab.Size, Connectivity.Full).Voxels();
    }
}
