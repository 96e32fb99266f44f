using System.Globalization;
using StrokeFramework.TestSupport;

namespace StrokeFramework.ClassifierTests;

/// <summary>A public data set with a fixed assignment to folds and what scikit-learn 1.2.1 predicted out of fold.</summary>
internal sealed class GoldenTable
{
    private readonly string[] _header;
    private readonly string[][] _cells;

    private GoldenTable(string[] header, string[][] cells) => (_header, _cells) = (header, cells);

    public static GoldenTable Read(string name)
    {
        string[][] lines = [.. File.ReadAllLines(SharedData.PathOf($"golden/tables/{name}.csv")).Select(l => l.Split(','))];
        return new(lines[0], lines[1..]);
    }

    public string[] Column(string name) => [.. _cells.Select(c => c[Array.IndexOf(_header, name)])];

    public double[][] Features() =>
        [.. _cells.Select(c => c[..Array.IndexOf(_header, "class")].Select(v => double.Parse(v, CultureInfo.InvariantCulture)).ToArray())];

    /// <summary>The largest difference between probabilities and the columns of a prefix followed by the class.</summary>
    public double LargestDifference(double[][] probabilities, string prefix) => probabilities.SelectMany((row, n) => row.Select(
        (p, c) => Math.Abs(p - double.Parse(_cells[n][Array.IndexOf(_header, $"{prefix}{c}")], CultureInfo.InvariantCulture)))).Max();

    public double Accuracy(double[][] predicted) => predicted.Where((p, n) => BestOf(p) == _cells[n][Array.IndexOf(_header, "class")]).Count() / (double)predicted.Length;

    /// <summary>Trains on all folds but one and gives what is predicted of that one, for each fold.</summary>
    public double[][] OutOfFold(ClassifierStage stage, string settings = "{}")
    {
        double[][] rows = Features();
        string[] labels = Column("class"), folds = Column("fold");
        var result = new double[rows.Length][];
        foreach (string fold in folds.Distinct())
        {
            int[] train = [.. Enumerable.Range(0, rows.Length).Where(n => folds[n] != fold)], test = [.. Enumerable.Range(0, rows.Length).Where(n => folds[n] == fold)];
            IClassifierModel model = stage.Train(Examples.Labelled([.. train.Select(n => rows[n])], [.. train.Select(n => labels[n])]), settings);
            ClassProbabilities predicted = model.Predict(Examples.Table(rows[0].Length, [.. test.Select(n => rows[n])]));
            for (int n = 0; n < test.Length; n++) result[test[n]] = predicted.Rows[n].ToArray();
        }

        return result;
    }

    /// <summary>The first of the largest values.</summary>
    public static string BestOf(double[] probabilities) => Array.IndexOf(probabilities, probabilities.Max()).ToString(CultureInfo.InvariantCulture);
}
