using StrokeFramework.Conformance.Inputs;
using StrokeFramework.Conformance.Runs;

namespace StrokeFramework.Conformance;

/// <summary>How classifiers are checked: a call is a training followed by a prediction.</summary>
internal sealed class ClassifierDriver : StageDriver
{
    private const int UsualRows = 96, LargeRows = 1200, Columns = 5;
    private const double Tolerance = 1e-9;

    public override bool HasModel => true;

    public override IReadOnlyList<AwkwardInput> AwkwardInputs =>
    [
        new("no-rows", "refuses a table without rows", () => Of("a table without rows", new(ExampleRows.Table(2, []), [], [])), MustRefuse: true),
        new("one-class", "refuses a table of one class", () => Of("a table of one class", ExampleRows.Labelled(Values(24), _ => StrokeTypes.AcuteIschemic)), MustRefuse: true),
        new("row-per-class", "bears a table of one row per class", () => Of("a table of one row per class", ExampleRows.Labelled(Values(4), r => StrokeTypes.All[r]))),
        new("one-column", "bears a table of one column", () => Of("a table of one column", ExampleRows.Clouds(UsualRows, 1))),
        new("constant-columns", "bears columns that never vary", () => Of("a table in which nothing varies", ExampleRows.With(ExampleRows.Clouds(UsualRows, Columns), 7, 1))),
        new("missing-values", "bears missing values", () => Of("a table with missing values", ExampleRows.With(ExampleRows.Clouds(UsualRows, Columns), double.NaN, 17))),
        new("all-missing", "bears a table of missing values", () => Of("a table of nothing but missing values", ExampleRows.With(ExampleRows.Clouds(UsualRows, Columns), double.NaN, 1))),
        new("infinite-values", "bears infinite values", () => Of("a table with infinite values", ExampleRows.With(ExampleRows.Clouds(UsualRows, Columns), double.PositiveInfinity, 19))),
        new("huge-values", "bears huge values", () => Of("a table with values of 1e300", ExampleRows.With(ExampleRows.Clouds(UsualRows, Columns), 1e300, 13))),
        new("nothing-to-name", "bears a table without rows to name", () => Usual() with { Title = "a table without rows to name", Table = ExampleRows.Table(Columns, []) }),
        new("other-columns", "refuses other features than it was trained on", () => Usual() with { Title = "features that the model was not trained on", Table = ExampleRows.Table(Columns + 1, Values(4, Columns + 1)) }, MustRefuse: true),
    ];

    public override StageInput Usual() => Of("a plain table", ExampleRows.Clouds(UsualRows, Columns));

    public override StageInput Large(GridSize grid) => Of("a large table", ExampleRows.Clouds(LargeRows, Columns));

    public override StageInput Middling() => Large(default);

    public override object? Run(IStage stage, StageInput input, StageContext context)
    {
        IClassifierModel model = ((IClassifier)stage).Train(input.Training!, context);
        return new TrainedAnswer(model, TrainedAnswer.Save(model), model.Predict(input.Table!));
    }

    public override IModel Load(IStage stage, Stream stream) => ((IClassifier)stage).Load(stream);

    public override object? Ask(IModel model, StageInput input, StageContext context) => ((IClassifierModel)model).Predict(input.Table!);

    public override string? DescribeFault(IStage stage, StageInput input, object? output)
    {
        if (output is not TrainedAnswer { Model: IClassifierModel model, Answer: ClassProbabilities answer }) return "It returned nothing.";
        string[] classes = [.. input.Training!.Labels.Distinct().Order(StringComparer.Ordinal)];
        if (!model.Classes.SequenceEqual(model.Classes.Order(StringComparer.Ordinal))) return $"The model's classes are not in ordinal order: {string.Join(", ", model.Classes)}.";
        if (model.Classes.Except(classes).Any()) return $"The model names classes that it was not trained on: {string.Join(", ", model.Classes.Except(classes))}.";
        if (!answer.Classes.SequenceEqual(model.Classes)) return "The probabilities are of other classes than the model's.";
        if (model.FeatureSchemaHash != input.Training.Features.Schema.Hash) return "FeatureSchemaHash is not the hash of the features it was trained on.";
        if (answer.Rows.Count != input.Table!.Rows.Count) return $"{input.Table.Rows.Count} rows were given, and {answer.Rows.Count} were named.";
        if (answer.Method.Length == 0) return "It does not say how its probabilities are made.";
        for (int r = 0; r < answer.Rows.Count; r++)
        {
            double[] row = answer.Rows[r].ToArray();
            if (row.Any(p => p is not (>= 0 and <= 1)) || Math.Abs(row.Sum() - 1) > Tolerance)
                return FormattableString.Invariant($"The probabilities of row {r} are no such: {string.Join(", ", row)} (sum {row.Sum()}).");
        }

        return null;
    }

    private static StageInput Of(string title, LabelledFeatures rows) => new(title) { Training = rows, Table = rows.Features };

    private static double[][] Values(int rows, int columns = Columns) => [.. ExampleRows.Clouds(rows, columns).Features.Rows.Select(r => r.Values.ToArray())];
}
