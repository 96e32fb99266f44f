namespace StrokeFramework.BaggedTrees;

/// <summary>How often the trees that did not see a training row are wrong about it.</summary>
internal static class OutOfBag
{
    /// <summary>The error after each tree, in [0, 1], over the rows that some tree so far did not see; NaN where there is none.</summary>
    /// <param name="training">The training rows.</param>
    /// <param name="trees">The trees.</param>
    /// <param name="weights">How often each tree's sample has each row.</param>
    public static double[] Errors(TrainingSet training, IReadOnlyList<Tree> trees, IReadOnlyList<int[]> weights)
    {
        int classes = training.Classes.Count, seen = 0, wrong = 0;
        var sums = new double[training.Rows.Length * classes];
        var states = new bool?[training.Rows.Length];
        var errors = new double[trees.Count];
        for (int t = 0; t < trees.Count; t++)
        {
            for (int n = 0; n < states.Length; n++)
            {
                if (weights[t][n] > 0) continue;
                Span<double> own = sums.AsSpan(n * classes, classes);
                trees[t].AddTo(training.Rows[n].Span, own);
                bool isWrong = IndexOfLargest(own) != training.Labels[n];
                if (states[n] is null) seen++;
                wrong += (isWrong ? 1 : 0) - (states[n] == true ? 1 : 0);
                states[n] = isWrong;
            }

            errors[t] = seen > 0 ? (double)wrong / seen : double.NaN;
        }

        return errors;
    }

    private static int IndexOfLargest(ReadOnlySpan<double> values)
    {
        int best = 0;
        for (int c = 1; c < values.Length; c++)
        {
            if (values[c] > values[best]) best = c;
        }

        return best;
    }
}
