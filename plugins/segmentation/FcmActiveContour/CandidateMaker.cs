using StrokeFramework.FcmActiveContour.Contour;
using StrokeFramework.FcmActiveContour.Symmetry;
using StrokeFramework.Imaging;

namespace StrokeFramework.FcmActiveContour;

/// <summary>Evolves a contour from a start region and weighs what is inside.</summary>
internal sealed class CandidateMaker(FcmActiveContourSettings settings, StudySlab slab, MirrorPairs pairs, NormalTissue normal)
{
    /// <summary>Width over which the geodesic contour looks for edges, in mm, besides the smoothing of the image.</summary>
    private const double EdgeWidth = 1;

    /// <summary>Makes a candidate.</summary>
    /// <param name="start">Where the contour starts.</param>
    /// <param name="allowed">1 where it may move.</param>
    /// <param name="cluster">The lesion clusters.</param>
    /// <param name="watched">Whether its history is kept.</param>
    /// <param name="cancellation">Looked at in each step.</param>
    public Candidate Make(int[] start, ReadOnlySpan<byte> allowed, LesionCluster cluster, bool watched, CancellationToken cancellation)
    {
        ContourBox box = ContourBox.Around(slab, allowed, start, settings.MaximumGrowth, settings.Margin);
        double contrast = normal.ContrastOf(cluster.Center, cluster.Polarity);
        ContourModel model = settings.Contour == ContourKind.ChanVese
            ? new ChanVeseModel(box, contrast, settings.Contraction)
            : new GeodesicModel(box, contrast, EdgeWidth, settings.Contraction, settings.Smoothing);
        ContourHistory? history = watched ? new() : null;
        var evolution = new ContourEvolution(box, model, settings.ContourSmoothness, settings.TimeStep);
        evolution.Run(settings.ContourSteps, history, cancellation);
        List<int> inside = box.Inside(slab.Size, start);
        (double asymmetry, double evidence) = Weigh(inside, cluster.Polarity);
        return new(start.Length, inside, evolution.Steps, asymmetry, evidence, history);
    }

    /// <summary>Compares the inside with its mirror image; without one in the brain, with normal tissue.</summary>
    private (double Asymmetry, double Evidence) Weigh(List<int> inside, LesionPolarity polarity)
    {
        if (inside.Count == 0) return (0, 0);
        double own = 0, difference = 0;
        foreach (int v in inside)
        {
            int mirror = pairs.MirrorOf(v);
            double value = normal.ContrastOf(slab.Dwi[v], polarity);
            double other = mirror >= 0 && slab.Brain[mirror] != 0 ? normal.ContrastOf(slab.Dwi[mirror], polarity) : 0;
            own += value;
            difference += value - other;
        }

        double size = inside.Count * slab.PixelArea;
        double diameter = slab.Size.K == 1 ? 2 * Math.Sqrt(size / Math.PI) : 2 * Math.Cbrt(0.75 * size * slab.Spacing.Z / Math.PI);
        return (own > 0 ? difference / own : 0, difference / inside.Count / normal.Deviation * diameter);
    }
}
