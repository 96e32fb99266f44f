namespace StrokeFramework.Lda;

/// <summary>
/// Linear discriminant analysis: rows of each class are taken as normally distributed around the class mean with one
/// covariance for all. Features are standardized inside the model, so their scale never matters.
/// </summary>
[Stage("lda", "1.0.0",
    Title = "Linear discriminant analysis",
    Description = "Gaussian classes with one pooled covariance; probabilities are the posterior under that model.",
    Citation = "Fisher 1936, The use of multiple measurements in taxonomic problems, doi:10.1111/j.1469-1809.1936.tb02137.x")]
public sealed class LdaClassifier : Classifier<LdaSettings>
{
    /// <inheritdoc/>
    /// <remarks>
    /// Rows with a value that is missing or not finite are left out, with a warning. Where the pooled covariance is
    /// singular, directions without spread within the classes are left out, with a warning. Random numbers are not used.
    /// </remarks>
    public override IClassifierModel Train(LabelledFeatures examples, StageContext context)
    {
        ArgumentNullException.ThrowIfNull(examples);
        ArgumentNullException.ThrowIfNull(context);
        TrainingSet training = TrainingSet.From(examples, context.Log);
        ClassMoments moments = ClassMoments.Of(training, context.CancellationToken);
        var inverse = new InverseCovariance(moments.Covariance, Parameters.Gamma);
        Check(training, inverse, context.Log);

        int classes = training.Classes.Count, features = training.Features;
        var weights = new double[classes * features];
        var offsets = new double[classes];
        for (int c = 0; c < classes; c++)
        {
            double[] weight = inverse.Times(moments.Means[c]);
            weight.CopyTo(weights, c * features);
            for (int f = 0; f < features; f++) offsets[c] -= weight[f] * moments.Means[c][f] / 2;
            if (Parameters.Priors == ClassPriors.Empirical) offsets[c] += Math.Log((double)moments.Counts[c] / training.Rows.Length);
        }

        if (!weights.All(w => Math.Abs(w) <= LdaModel.LargestNumber) || !offsets.All(o => Math.Abs(o) <= LdaModel.LargestNumber))
            throw new StageException("The classes lie too many standard deviations apart to compute with. Look for a feature that states the class.");
        var model = new LdaModel(training.Header, Parameters.Priors, offsets, weights);
        if (context.Diagnostics is { } sink) Show(sink, model, moments, inverse);
        return model;
    }

    /// <inheritdoc/>
    public override IClassifierModel Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return ModelFormat.Read(stream);
    }

    private static void Check(TrainingSet training, InverseCovariance inverse, IStageLog? log)
    {
        if (inverse.Rank == 0) throw new StageException("Within each class every feature has the same value in all training rows, so a covariance cannot be estimated. Train on more rows, or use another classifier.");
        Standardizer standardizer = training.Header.Standardizer;
        string[] flat = [.. inverse.Flat.Where(f => standardizer.Deviations[f] > 0).Select(f => $"'{training.Header.Features.Names[f]}'")];
        if (flat.Length > 0) log?.Warning($"The same value in all training rows of each class, and therefore without effect: {string.Join(", ", flat)}.");
        int varying = inverse.Features - inverse.Flat.Count;
        if (inverse.Rank < varying)
            log?.Warning($"Within the classes the {varying} features vary in {inverse.Rank} directions only, because some depend on others or rows are few; the other directions are left out. Raise 'gamma', or use fewer features.");
    }

    private static void Show(IDiagnosticSink sink, LdaModel model, ClassMoments moments, InverseCovariance inverse)
    {
        IReadOnlyList<string> features = model.Header.Features.Names;
        sink.Add(new TableDiagnostic(
            "discriminants",
            "Weight of each standardized feature in the discriminant of each class",
            ["feature", .. model.Classes],
            [.. features.Select((name, f) => (IReadOnlyList<string>)[name, .. model.Classes.Select((_, c) => Text($"{model.Weights[(c * features.Count) + f]:G5}"))]),
                ["rows", .. moments.Counts.Select(n => Text($"{n}"))]]));
        sink.Add(new ScalarDiagnostic("rank", "Directions in which rows of one class vary", inverse.Rank));
        sink.Add(new ScalarDiagnostic("condition", "Largest over least eigenvalue of the correlations within classes", inverse.Condition));
    }

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
