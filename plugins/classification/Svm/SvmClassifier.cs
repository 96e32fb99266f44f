using System.Globalization;

namespace StrokeFramework.Svm;

/// <summary>
/// Support vector machines, one for each pair of classes, on standardized features. The machines are trained by
/// OpenCV; standardization, decoding and prediction are part of the model and need no native library.
/// </summary>
[Stage("svm", "1.0.0",
    Title = "Support vector machines, one-versus-one",
    Description = "One support vector machine for each pair of classes on standardized features, with six kernel presets.",
    Citation = "Cortes, Vapnik 1995, Support-vector networks, doi:10.1007/BF00994018")]
public sealed class SvmClassifier : Classifier<SvmSettings>
{
    private const double AcceptedViolation = 10;
    private const int RowsAtOnce = 100;

    /// <inheritdoc/>
    /// <remarks>
    /// Rows with a value that is missing or not finite are left out, with a warning. A feature with the same value
    /// in all rows has no effect, with a warning. Random numbers are not used.
    /// </remarks>
    public override IClassifierModel Train(LabelledFeatures examples, StageContext context)
    {
        ArgumentNullException.ThrowIfNull(examples);
        ArgumentNullException.ThrowIfNull(context);
        TrainingRows rows = new(TrainingSet.From(examples, context.Log));
        KernelFunction kernel = KernelFunction.Of(Parameters.Kernel, examples.Features.Schema.Columns.Count);
        (int First, int Second)[] pairs = [.. MachineSet.Pairs(rows.Classes.Count)];
        var solutions = new PairSolution[pairs.Length];
        context.For(0, pairs.Length, m => solutions[m] = PairSolver.Solve(rows, pairs[m].First, pairs[m].Second, kernel, Parameters));

        MachineSet machines = MachineBuilder.Build(rows, kernel, solutions);
        double[] decisions = DecisionsOf(machines, rows, context);
        double[] violations = [.. solutions.Select((s, m) => OptimalityCheck.LargestViolation(rows, s, Parameters.BoxConstraint, Column(decisions, m, pairs.Length)))];
        for (int m = 0; m < violations.Length; m++)
        {
            if (violations[m] > AcceptedViolation * Parameters.Tolerance)
                context.Log?.Warning(string.Create(CultureInfo.InvariantCulture, $"{Name(rows, solutions[m])}: the training stopped {violations[m]:G2} away from its optimum. Raise 'maximumIterations' or lower 'boxConstraint'."));
        }

        var decoder = new Decoder(Parameters.Decoding, Parameters.Decoding == DecodingRule.Loss ? FitTemperature(decisions, rows) : 1);
        if (context.Diagnostics is { } sink) Show(sink, rows, solutions, machines, violations, decoder);
        return new SvmModel(rows.Header, machines, decoder);
    }

    /// <inheritdoc/>
    public override IClassifierModel Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return ModelFormat.Read(stream);
    }

    private static double[] DecisionsOf(MachineSet machines, TrainingRows rows, StageContext context)
    {
        int count = machines.Machines.Count;
        var decisions = new double[rows.Rows.Length * count];
        context.For(0, (rows.Rows.Length + RowsAtOnce - 1) / RowsAtOnce, block =>
        {
            var kernels = new double[machines.Bank.PaddedCount];
            for (int n = block * RowsAtOnce; n < Math.Min((block + 1) * RowsAtOnce, rows.Rows.Length); n++)
            {
                double[] row = Array.ConvertAll(rows.Rows[n], v => (double)v);
                machines.Decide(row, kernels, decisions.AsSpan(n * count, count));
            }
        });
        return decisions;
    }

    private static double[] Column(double[] decisions, int m, int machines)
    {
        var column = new double[decisions.Length / machines];
        for (int n = 0; n < column.Length; n++) column[n] = decisions[(n * machines) + m];
        return column;
    }

    private static double FitTemperature(double[] decisions, TrainingRows rows)
    {
        int classes = rows.Classes.Count, machines = decisions.Length / rows.Rows.Length;
        var losses = new double[rows.Rows.Length * classes];
        for (int n = 0; n < rows.Rows.Length; n++)
            Decoder.Losses(decisions.AsSpan(n * machines, machines), losses.AsSpan(n * classes, classes));
        return TemperatureFit.Find(losses, rows.Labels, classes);
    }

    private static string Name(TrainingRows rows, PairSolution solution) => $"{rows.Classes[solution.First]} against {rows.Classes[solution.Second]}";

    private static void Show(IDiagnosticSink sink, TrainingRows rows, PairSolution[] solutions, MachineSet machines, double[] violations, Decoder decoder)
    {
        sink.Add(new TableDiagnostic(
            "machines",
            "One machine per pair of classes; the first class lies above 0",
            ["machine", "rows", "support vectors", "bias", "optimality gap"],
            [.. solutions.Select((s, m) => (IReadOnlyList<string>)[
                Name(rows, s),
                Text($"{rows.Labels.Count(l => l == s.First || l == s.Second)}"),
                Text($"{s.Support.Count}"),
                Text($"{s.Bias:G5}"),
                Text($"{violations[m]:G2}")])]));
        sink.Add(new ScalarDiagnostic("vectors", "Different vectors kept in the model", machines.Bank.Count));
        if (decoder.Rule == DecodingRule.Loss) sink.Add(new ScalarDiagnostic("temperature", "Factor of the negated losses before the softmax", decoder.Temperature));
    }

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
