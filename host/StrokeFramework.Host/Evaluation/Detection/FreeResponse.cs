namespace StrokeFramework.Host.Evaluation;

/// <summary>
/// The free-response curve over lesions: the share of lesions found against false boxes per slice, as the score falls. A
/// lesion is found when a box of its class overlaps it with an IoU of at least <see cref="LeastOverlap"/> in any slice; a
/// box is false when it overlaps no true box of its class so far.
/// </summary>
public sealed class FreeResponse
{
    /// <summary>The least overlap (IoU) by which a lesion counts as found.</summary>
    public const double LeastOverlap = 0.3;

    private FreeResponse(IReadOnlyList<FreeResponsePoint> points, int lesions, int slices) => (Points, Lesions, Slices) = (points, lesions, slices);

    /// <summary>The points, from the best score down.</summary>
    public IReadOnlyList<FreeResponsePoint> Points { get; }

    /// <summary>How many lesions there are.</summary>
    public int Lesions { get; }

    /// <summary>How many slices there are.</summary>
    public int Slices { get; }

    /// <summary>Counts.</summary>
    /// <param name="studies">The studies.</param>
    /// <param name="leastVolume">Smaller lesions are neither asked for nor is a box on them false; in ml.</param>
    public static FreeResponse Of(IReadOnlyList<DetectionResult> studies, double leastVolume = 0)
    {
        ArgumentNullException.ThrowIfNull(studies);
        // Every event once, at the score at which it happens: a lesion's first hit, or a false box.
        List<(double Score, bool Found)> events = [];
        int lesions = 0;
        foreach (DetectionResult study in studies)
        {
            var best = new Dictionary<int, double>();
            lesions += study.Truth.Where(t => t.LesionVolume >= leastVolume).Select(t => t.Lesion).Distinct().Count();
            foreach (Detection found in study.Found)
            {
                bool hit = false;
                foreach (TrueBox truth in study.Truth.Where(t => found.Label == study.StrokeType && BoxOverlap.Of(found.Box, t.Box) >= LeastOverlap))
                {
                    hit = true;
                    if (truth.LesionVolume >= leastVolume) best[truth.Lesion] = Math.Max(found.Score, best.GetValueOrDefault(truth.Lesion));
                }

                if (!hit) events.Add((found.Score, false));
            }

            events.AddRange(best.Values.Select(s => (s, true)));
        }

        int slices = studies.Sum(s => s.Slices), hits = 0, wrong = 0;
        List<FreeResponsePoint> points = [];
        foreach (IGrouping<double, (double Score, bool Found)> step in events.GroupBy(e => e.Score).OrderByDescending(g => g.Key))
        {
            foreach ((_, bool isFound) in step)
            {
                if (isFound) hits++;
                else wrong++;
            }

            points.Add(new(step.Key, (double)wrong / slices, lesions == 0 ? double.NaN : (double)hits / lesions));
        }

        return new(points, lesions, slices);
    }

    /// <summary>The share of lesions found with boxes of a score and above; 0 when there is none.</summary>
    public FreeResponsePoint At(double score) => Points.LastOrDefault(p => p.Score >= score) ?? new(score, 0, Lesions == 0 ? double.NaN : 0);
}
