namespace StrokeFramework.BaggedTrees;

/// <summary>Classification trees, each grown on a bootstrap sample of the training rows; their mean decides.</summary>
[Stage("bagged-trees", "1.0.0",
    Title = "Bagged trees",
    Description = "Classification trees of least Gini impurity on bootstrap samples, with the out-of-bag error.",
    Citation = "Breiman 1996, Bagging predictors, doi:10.1007/BF00058655")]
public sealed class BaggedTreesClassifier : Classifier<BaggedTreesSettings>
{
    /// <inheritdoc/>
    /// <remarks>
    /// Rows with a value that is missing or not finite are left out, with a warning. Each tree draws from a stream of its
    /// own, so the number of threads does not change the model. A remark tells the out-of-bag error.
    /// </remarks>
    public override IClassifierModel Train(LabelledFeatures examples, StageContext context)
    {
        ArgumentNullException.ThrowIfNull(examples);
        ArgumentNullException.ThrowIfNull(context);
        TrainingSet training = TrainingSet.From(examples, context.Log);
        var order = new FeatureOrder(training);
        int rows = training.Rows.Length;
        int tried = Parameters.SplitFeatures == SplitFeatures.All ? training.Features : (int)Math.Ceiling(Math.Sqrt(training.Features));
        int mostSplits = Parameters.MaximumSplits == 0 ? rows - 1 : Parameters.MaximumSplits;
        var trees = new Tree[Parameters.Trees];
        var weights = new int[Parameters.Trees][];
        context.For(0, trees.Length, t =>
        {
            Random random = context.CreateRandom(t);
            weights[t] = new int[rows];
            for (int n = 0; n < rows; n++) weights[t][random.Next(rows)]++;
            trees[t] = new TreeGrower(order, weights[t]).Grow(tried, mostSplits, random, context.CancellationToken);
        });
        Report(context, training, trees, weights);
        return new BaggedTreesModel(training.Header, trees);
    }

    /// <inheritdoc/>
    public override IClassifierModel Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return ModelFormat.Read(stream);
    }

    private static void Report(StageContext context, TrainingSet training, Tree[] trees, int[][] weights)
    {
        if (context.Log is null && context.Diagnostics is null) return;
        double[] errors = OutOfBag.Errors(training, trees, weights);
        context.Log?.Information(double.IsNaN(errors[^1])
            ? "Every training row is in the sample of every tree, so there is no out-of-bag error."
            : FormattableString.Invariant($"Out-of-bag error: {errors[^1]:P1} of the training rows that some of the {trees.Length} trees did not see."));
        if (context.Diagnostics is not { } sink) return;
        sink.Add(new ScalarDiagnostic("out-of-bag-error", "Share of training rows that the trees which did not see them name wrongly", errors[^1]));
        sink.Add(new ScalarDiagnostic("nodes", "Mean number of nodes of a tree", trees.Average(t => t.Nodes.Length)));
        double[] numbers = [.. Enumerable.Range(1, errors.Length).Select(t => (double)t)];
        sink.Add(new CurveDiagnostic("out-of-bag-errors", "Out-of-bag error as trees are added", "trees", "out-of-bag error", [new CurveSeries("out-of-bag error", numbers, errors)]));
    }
}
