namespace StrokeFramework.Host.Evaluation;

/// <summary>
/// Rows in the order of their scores, for the area under the ROC curve of many resamples: the order is found once, and
/// each resample is counted. The area is that of <see cref="RocCurve"/>, to the bit.
/// </summary>
internal sealed class RocRanks
{
    // Rows of equal score have one rank.
    private readonly int[] _ranks;
    private readonly bool[] _isMember;
    private readonly int _count;

    /// <summary>Orders rows.</summary>
    /// <param name="scores">A score per row, higher for the class.</param>
    /// <param name="isMember">Whether each row belongs to the class.</param>
    /// <exception cref="ArgumentException">There are not as many scores as memberships, or a score is NaN.</exception>
    public RocRanks(double[] scores, bool[] isMember)
    {
        if (scores.Length != isMember.Length) throw new ArgumentException($"{scores.Length} scores do not pair with {isMember.Length} rows.", nameof(scores));
        if (scores.Any(double.IsNaN)) throw new ArgumentException("A score is NaN, which has no place in the order.", nameof(scores));
        _isMember = isMember;
        _ranks = new int[scores.Length];
        int[] rows = [.. Enumerable.Range(0, scores.Length)];
        Array.Sort([.. scores], rows);
        for (int n = 0; n < rows.Length; n++)
        {
            if (n > 0 && scores[rows[n]] != scores[rows[n - 1]]) _count++;
            _ranks[rows[n]] = _count;
        }

        _count++;
    }

    /// <summary>The area under the curve of some rows, in [0, 1]; NaN when all of them or none belong to the class.</summary>
    /// <param name="rows">The rows, of which one may stand there several times.</param>
    public double Area(IReadOnlyList<int> rows)
    {
        // Per rank those that belong to the class and those that do not.
        var counts = new int[2 * _count];
        long positives = 0;
        for (int n = 0; n < rows.Count; n++)
        {
            int row = rows[n];
            bool isMember = _isMember[row];
            counts[(2 * _ranks[row]) + (isMember ? 0 : 1)]++;
            if (isMember) positives++;
        }

        long negatives = rows.Count - positives, found = 0, twiceArea = 0;
        if (positives == 0 || negatives == 0) return double.NaN;
        for (int rank = _count - 1; rank >= 0; rank--)
        {
            int members = counts[2 * rank], others = counts[(2 * rank) + 1];
            twiceArea += others * ((2 * found) + members);
            found += members;
        }

        return twiceArea / (2.0 * positives * negatives);
    }
}
