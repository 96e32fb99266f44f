using System.Globalization;
using StrokeFramework.Host.Evaluation;

namespace StrokeFramework.Host.Comparison;

/// <summary>
/// The order of the thesis's four classifiers by accuracy, beside what is public of its own order: the support vector
/// machine came first, with an accuracy of 98.5 %; its figures for the other three are not public.
/// </summary>
public static class ThesisOrder
{
    /// <summary>What the thesis found, in a sentence.</summary>
    public const string Thesis = "svm first, with an accuracy of 0.985 on other data (Noor 2020); its figures for the other three are not public";

    private static readonly string[] Four = ["lda", "weighted-knn", "svm", "bagged-trees"];

    /// <summary>Orders the four; empty when other classifiers are compared.</summary>
    public static IReadOnlyList<OrderLine> Of(ClassifierComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        List<OrderLine> lines = [];
        foreach (IGrouping<LesionSource, ComparedClassifier> lesions in comparison.Classifiers.GroupBy(c => c.Lesions))
        {
            if (!lesions.Select(c => c.Stage).Order(StringComparer.Ordinal).SequenceEqual(Four.Order(StringComparer.Ordinal), StringComparer.Ordinal)) return [];
            lines.Add(new(lesions.Key, OrderLine.Rows, Rank([.. lesions.Select(c => (c.Technique, c.Summary.Lesions?.Accuracy.Value ?? double.NaN))])));
            lines.Add(new(lesions.Key, OrderLine.Patients, Rank([.. lesions.Select(c => (c.Technique, c.Summary.Patients?.Accuracy.Value ?? double.NaN))])));
        }

        return lines;
    }

    private static string Rank(IReadOnlyList<(string Name, double Accuracy)> figures) => string.Join(" > ", figures
        .GroupBy(f => f.Accuracy)
        .OrderByDescending(g => g.Key)
        .Select(g => $"{string.Join(" = ", g.Select(f => f.Name))} {(double.IsNaN(g.Key) ? "n/a" : g.Key.ToString("0.000", CultureInfo.InvariantCulture))}"));
}
