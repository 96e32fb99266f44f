namespace StrokeFramework.Svm;

/// <summary>
/// Turns the decision values of all pairs into class probabilities whose largest is the decoded class.
/// </summary>
/// <param name="Rule">The rule.</param>
/// <param name="Temperature">What the negated losses are multiplied by before the softmax, above 0; unused by votes.</param>
internal sealed record Decoder(DecodingRule Rule, double Temperature)
{
    /// <summary>Average hinge loss of each class over the machines that know it.</summary>
    /// <param name="decisions">One value per pair of classes, above 0 for the first.</param>
    /// <param name="losses">Takes one value per class.</param>
    public static void Losses(ReadOnlySpan<double> decisions, Span<double> losses)
    {
        losses.Clear();
        int m = 0;
        for (int first = 0; first < losses.Length; first++)
        {
            for (int second = first + 1; second < losses.Length; second++, m++)
            {
                losses[first] += Math.Max(0, 1 - decisions[m]) / 2;
                losses[second] += Math.Max(0, 1 + decisions[m]) / 2;
            }
        }

        foreach (ref double loss in losses) loss /= losses.Length - 1;
    }

    /// <summary>The softmax of negated losses: probabilities that sum to 1.</summary>
    /// <param name="losses">One loss per class, replaced by its probability.</param>
    /// <param name="temperature">What the losses are multiplied by.</param>
    public static void Softmax(Span<double> losses, double temperature)
    {
        double least = double.PositiveInfinity, sum = 0;
        foreach (double loss in losses) least = Math.Min(least, loss);
        foreach (ref double value in losses) sum += value = Math.Exp(-temperature * (value - least));
        foreach (ref double value in losses) value /= sum;
    }

    /// <summary>The probabilities of one row.</summary>
    /// <param name="decisions">One value per pair of classes.</param>
    /// <param name="probabilities">Takes one value per class.</param>
    public void Decode(ReadOnlySpan<double> decisions, Span<double> probabilities)
    {
        if (Rule == DecodingRule.Loss)
        {
            Losses(decisions, probabilities);
            Softmax(probabilities, Temperature);
        }
        else
        {
            ShareVotes(decisions, probabilities);
        }
    }

    private static void ShareVotes(ReadOnlySpan<double> decisions, Span<double> shares)
    {
        shares.Clear();
        int m = 0;
        for (int first = 0; first < shares.Length; first++)
        {
            for (int second = first + 1; second < shares.Length; second++, m++) shares[decisions[m] >= 0 ? first : second]++;
        }

        foreach (ref double share in shares) share /= decisions.Length;
    }
}
