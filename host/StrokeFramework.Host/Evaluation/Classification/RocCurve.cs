namespace StrokeFramework.Host.Evaluation;

/// <summary>
/// The receiver operating characteristic of one class against the rest. Rows of equal score enter together, so that the
/// order of rows cannot change the curve, and the area by trapezoids is the chance that a row of the class scores higher
/// than a row of another (ties count half; Hanley &amp; McNeil 1982, <see href="https://doi.org/10.1148/radiology.143.1.7063747"/>).
/// </summary>
public sealed class RocCurve
{
    private RocCurve(IReadOnlyList<RocPoint> points, double area) => (Points, Area) = (points, area);

    /// <summary>From the corner where nothing is called positive to that where everything is; empty when the curve is undefined.</summary>
    public IReadOnlyList<RocPoint> Points { get; }

    /// <summary>Area under the curve, in [0, 1]; NaN when all rows or none belong to the class.</summary>
    public double Area { get; }

    /// <summary>Makes the curve from scores.</summary>
    /// <param name="scores">A score per row, higher for the class; any scale, as only the order matters.</param>
    /// <param name="isMember">Whether each row belongs to the class.</param>
    /// <exception cref="ArgumentException">There are not as many scores as memberships, or a score is NaN.</exception>
    public static RocCurve Of(ReadOnlySpan<double> scores, ReadOnlySpan<bool> isMember)
    {
        if (scores.Length != isMember.Length) throw new ArgumentException($"{scores.Length} scores do not pair with {isMember.Length} rows.", nameof(scores));
        foreach (double score in scores)
        {
            if (double.IsNaN(score)) throw new ArgumentException("A score is NaN, which has no place in the order.", nameof(scores));
        }

        double[] keys = scores.ToArray();
        bool[] members = isMember.ToArray();
        Array.Sort(keys, members);
        long positives = isMember.Count(true), negatives = isMember.Length - positives;
        return positives == 0 || negatives == 0 ? new([], double.NaN) : Trace(keys, members, positives, negatives);
    }

    private static RocCurve Trace(double[] ascending, bool[] members, long positives, long negatives)
    {
        var points = new List<RocPoint> { new(double.PositiveInfinity, 0, 0) };
        long found = 0, wrong = 0, twiceArea = 0;
        for (int row = ascending.Length - 1; row >= 0;)
        {
            double score = ascending[row];
            long foundBefore = found, wrongBefore = wrong;
            for (; row >= 0 && ascending[row] == score; row--)
            {
                if (members[row]) found++;
                else wrong++;
            }

            twiceArea += (wrong - wrongBefore) * (found + foundBefore);
            points.Add(new(score, (double)wrong / negatives, (double)found / positives));
        }

        return new(points, twiceArea / (2.0 * positives * negatives));
    }
}
