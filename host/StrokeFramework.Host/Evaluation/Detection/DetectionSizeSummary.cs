namespace StrokeFramework.Host.Evaluation;

/// <summary>How many lesions of a range of volumes the boxes of score <see cref="DetectionSummary.SliceScore"/> and more find.</summary>
/// <param name="Least">The smallest volume, in ml.</param>
/// <param name="Below">The volume from which lesions are no longer of this range, in ml; infinite for the last.</param>
/// <param name="Lesions">How many lesions there are.</param>
/// <param name="Found">Those that a box of their class overlaps with an IoU of <see cref="FreeResponse.LeastOverlap"/> or more in any slice.</param>
/// <param name="TrueBoxes">How many true boxes these lesions have, one for each slice.</param>
/// <param name="BoxesFound">Those that a box of their class overlaps with an IoU of <see cref="DetectionSummary.UsualOverlap"/> or more.</param>
public sealed record DetectionSizeSummary(double Least, double Below, int Lesions, int Found, int TrueBoxes, int BoxesFound)
{
    private static readonly double[] Limits = [0, 0.5, 2, 10, 50, double.PositiveInfinity];

    /// <summary>Counts lesions by their volume: below 0.5 ml, to 2, to 10, to 50 ml, and above; ranges without a lesion are left out.</summary>
    /// <param name="studies">The studies.</param>
    public static IReadOnlyList<DetectionSizeSummary> Of(IReadOnlyList<DetectionResult> studies)
    {
        ArgumentNullException.ThrowIfNull(studies);
        var counts = new (int Lesions, int Found, int Boxes, int BoxesFound)[Limits.Length - 1];
        foreach (DetectionResult study in studies)
        {
            Detection[] named = [.. study.Found.Where(f => f.Label == study.StrokeType && f.Score >= DetectionSummary.SliceScore)];
            foreach (IGrouping<int, TrueBox> lesion in study.Truth.GroupBy(t => t.Lesion))
            {
                double[] overlaps = [.. lesion.Select(t => named.Select(f => BoxOverlap.Of(f.Box, t.Box)).DefaultIfEmpty(0).Max())];
                ref (int Lesions, int Found, int Boxes, int BoxesFound) range = ref counts[Array.FindLastIndex(Limits, Limits.Length - 2, l => lesion.First().LesionVolume >= l)];
                range.Lesions++;
                range.Boxes += overlaps.Length;
                range.BoxesFound += overlaps.Count(o => o >= DetectionSummary.UsualOverlap);
                if (overlaps.Max() >= FreeResponse.LeastOverlap) range.Found++;
            }
        }

        return [.. counts.Select((c, n) => new DetectionSizeSummary(Limits[n], Limits[n + 1], c.Lesions, c.Found, c.Boxes, c.BoxesFound)).Where(s => s.Lesions > 0)];
    }
}
