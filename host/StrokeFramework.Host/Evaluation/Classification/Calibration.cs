namespace StrokeFramework.Host.Evaluation;

/// <summary>
/// Whether probabilities mean what they say: of the rows named with a confidence of 0.8, four in five should be right.
/// </summary>
public sealed record Calibration
{
    /// <summary>Into how many intervals of equal width the confidence is divided.</summary>
    public const int BinCount = 10;

    /// <summary>
    /// Mean squared distance of all class probabilities from the truth, from 0 (certain and right) to 2 (certain and
    /// wrong) (Brier 1950, <see href="https://doi.org/10.1175/1520-0493(1950)078%3C0001:VOFEIT%3E2.0.CO;2"/>).
    /// </summary>
    public required Estimate BrierScore { get; init; }

    /// <summary>
    /// Expected calibration error: the distance of accuracy from confidence, averaged over the intervals by their rows
    /// (Naeini et al. 2015; Guo et al. 2017, <see href="https://arxiv.org/abs/1706.04599"/>). In [0, 1]; few rows make it large.
    /// </summary>
    public required Estimate Error { get; init; }

    /// <summary>The intervals that hold rows, in ascending order.</summary>
    public required IReadOnlyList<CalibrationBin> Bins { get; init; }

    /// <summary>Compares probabilities with what was true.</summary>
    /// <param name="classes">The classes, in order.</param>
    /// <param name="lesions">Lesions with a true class.</param>
    /// <param name="bootstrap">Resamples of their patients.</param>
    internal static Calibration Of(IReadOnlyList<string> classes, IReadOnlyList<LesionPrediction> lesions, PatientBootstrap bootstrap)
    {
        double[] squares = [.. lesions.Select(l => Square(classes, l))], named = [.. lesions.Select(l => l.Probabilities.Max())];
        int[] bins = Array.ConvertAll(named, n => Math.Clamp((int)Math.Ceiling(n * BinCount) - 1, 0, BinCount - 1));
        bool[] isRight = [.. lesions.Select(l => l.IsRight)];
        return new()
        {
            BrierScore = bootstrap.Estimate(lesions.Count, rows => MetricSummary.MeanOf(squares, rows)),
            Error = bootstrap.Estimate(lesions.Count, rows => ErrorOf(BinsOf(rows))),
            Bins = BinsOf([.. Enumerable.Range(0, lesions.Count)]),
        };

        List<CalibrationBin> BinsOf(IReadOnlyList<int> rows)
        {
            var counts = new int[BinCount];
            var right = new int[BinCount];
            var confidence = new double[BinCount];
            for (int n = 0; n < rows.Count; n++)
            {
                int row = rows[n], bin = bins[row];
                counts[bin]++;
                confidence[bin] += named[row];
                if (isRight[row]) right[bin]++;
            }

            List<CalibrationBin> filled = [];
            for (int bin = 0; bin < BinCount; bin++)
            {
                if (counts[bin] > 0)
                    filled.Add(new((double)bin / BinCount, (bin + 1.0) / BinCount, counts[bin], confidence[bin] / counts[bin], (double)right[bin] / counts[bin]));
            }

            return filled;
        }
    }

    private static double Square(IReadOnlyList<string> classes, LesionPrediction lesion)
    {
        double sum = 0;
        for (int c = 0; c < classes.Count; c++)
        {
            double distance = lesion.Probabilities[c] - (lesion.TrueClass == classes[c] ? 1 : 0);
            sum += distance * distance;
        }

        return sum;
    }

    private static double ErrorOf(List<CalibrationBin> bins)
    {
        double sum = 0, rows = 0;
        foreach (CalibrationBin bin in bins)
        {
            sum += bin.Rows * Math.Abs(bin.Accuracy - bin.Confidence);
            rows += bin.Rows;
        }

        return rows == 0 ? double.NaN : sum / rows;
    }
}
