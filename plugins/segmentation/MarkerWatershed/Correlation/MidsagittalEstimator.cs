using StrokeFramework.Imaging;

namespace StrokeFramework.MarkerWatershed.Correlation;

/// <summary>Finds the line between the hemispheres: the one about which the brain is most like its mirror image.</summary>
internal static class MidsagittalEstimator
{
    private const double Degree = Math.PI / 180;
    private static readonly double[] Starts = [-16, -8, 0, 8, 16];

    /// <summary>Climbs from several angles, with steps that halve, to the greatest symmetry.</summary>
    /// <param name="volume">Image and brain.</param>
    /// <param name="normal">Normal tissue.</param>
    /// <param name="cancellation">Looked at for every line tried.</param>
    public static MidsagittalLine Find(StudySlab volume, NormalTissue normal, CancellationToken cancellation)
    {
        var brain = new CoarseBrain(volume, normal);
        Point3 center = brain.Center;
        double arm = Math.Max(1, brain.HalfHeight);

        // Offsets are those of the line at the brain's center, so that turning it does not shift it.
        MidsagittalLine Line(double[] p) =>
            new(p[0] * Degree, (center.X * Math.Cos(p[0] * Degree)) + (center.Y * Math.Sin(p[0] * Degree)) + p[1] - (p[2] / arm * center.Z), p[2] / arm);
        double Score(double[] p)
        {
            cancellation.ThrowIfCancellationRequested();
            return brain.Symmetry(Line(p));
        }

        double[] best = Starts.Select(angle => new double[] { angle, 0, 0 }).OrderByDescending(Score).ThenBy(p => Math.Abs(p[0])).First();
        double most = Score(best);
        for (double step = 4; step >= 0.25; step /= 2)
        {
            for (bool moved = true; moved;)
            {
                moved = false;
                for (int axis = 0; axis < (brain.HalfHeight > 0 ? 3 : 2); axis++)
                {
                    foreach (double change in new[] { -step, step })
                    {
                        double[] tried = (double[])best.Clone();
                        tried[axis] += change;
                        double score = Score(tried);
                        if (!(score > most)) continue;
                        (best, most, moved) = (tried, score, true);
                    }
                }
            }
        }

        return Line(best);
    }
}
