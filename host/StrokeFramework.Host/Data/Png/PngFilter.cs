namespace StrokeFramework.Host.Data.Png;

/// <summary>
/// The row filters of PNG. Each row takes the one whose residuals have the smallest sum of magnitudes, the rule that
/// <see href="https://www.w3.org/TR/png-3/#12Filter-selection">the standard</see> recommends.
/// </summary>
internal static class PngFilter
{
    private const int Kinds = 5;

    /// <summary>Filters one row and returns the filter's number followed by the residuals.</summary>
    /// <param name="row">The row's bytes.</param>
    /// <param name="above">The row above, or zeros.</param>
    /// <param name="step">Bytes per pixel.</param>
    /// <param name="best">Takes the result: one byte more than the row.</param>
    /// <param name="trial">Room of the same size.</param>
    public static void Apply(ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, int step, Span<byte> best, Span<byte> trial)
    {
        long least = long.MaxValue;
        for (int kind = 0; kind < Kinds; kind++)
        {
            trial[0] = (byte)kind;
            long sum = 0;
            for (int x = 0; x < row.Length; x++)
            {
                int left = x >= step ? row[x - step] : 0, up = above[x], corner = x >= step ? above[x - step] : 0;
                byte residual = (byte)(row[x] - Predict(kind, left, up, corner));
                trial[x + 1] = residual;
                sum += residual < 128 ? residual : 256 - residual;
            }

            if (sum >= least) continue;
            least = sum;
            trial.CopyTo(best);
        }
    }

    private static int Predict(int kind, int left, int up, int corner) => kind switch
    {
        0 => 0,
        1 => left,
        2 => up,
        3 => (left + up) / 2,
        _ => Paeth(left, up, corner),
    };

    private static int Paeth(int left, int up, int corner)
    {
        int estimate = left + up - corner;
        int byLeft = Math.Abs(estimate - left), byUp = Math.Abs(estimate - up), byCorner = Math.Abs(estimate - corner);
        if (byLeft <= byUp && byLeft <= byCorner) return left;
        return byUp <= byCorner ? up : corner;
    }
}
