using StrokeFramework.Host.Evaluation;
using StrokeFramework.Host.Reporting.Drawing;

namespace StrokeFramework.Host.Reporting.Evaluations;

/// <summary>Standard deviation against boundary mean of each lesion, wrongly named ones marked, where both features were measured.</summary>
internal static class FeatureScatter
{
    private const string Ordinate = "standard_deviation";
    private static readonly string[] Abscissae = ["boundary_mean", "outer_ring_mean"];

    /// <summary>The figure, or null where a feature or a lesion with a true class is missing.</summary>
    public static EvaluationFigure? Of(EvaluationSummary summary)
    {
        EvaluationResult result = summary.Result;
        int x = Array.FindIndex([.. result.Features], f => Abscissae.Contains(f.Name)), y = Array.FindIndex([.. result.Features], f => f.Name == Ordinate);
        if (x < 0 || y < 0 || summary.Lesions is null) return null;
        const string heading = "Standard deviation against boundary mean";
        return new("scatter", heading, "Each mark is a lesion, colored by its true class. Classes that overlap here must be told apart by the other features.", new ScatterChart
        {
            Title = heading,
            XLabel = Label(result.Features[x]),
            YLabel = Label(result.Features[y]),
            Series = [.. result.Classes.Select(c => Series(c, [.. result.LesionPredictions.Where(p => p.TrueClass == c)], x, y))],
        });
    }

    private static ScatterSeries Series(string name, LesionPrediction[] lesions, int x, int y) =>
        new(name, [.. lesions.Select(l => l.FeatureValues[x])], [.. lesions.Select(l => l.FeatureValues[y])], [.. lesions.Select(l => !l.IsRight)]);

    private static string Label(FeatureColumn column)
    {
        string words = column.Name.Replace('_', ' ');
        return $"{char.ToUpperInvariant(words[0])}{words[1..]}{(column.Unit.Length > 0 ? $" ({column.Unit})" : "")}";
    }
}
