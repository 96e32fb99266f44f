using System.Globalization;
using System.Text.Json;
using StrokeFramework.Host.Evaluation;
using StrokeFramework.TestSupport;

namespace StrokeFramework.Host.Tests.Evaluation;

/// <summary>Accuracy, confusion and areas under the curve as scikit-learn 1.2.1 counts them on the same predictions.</summary>
public sealed class GoldenTableTests
{
    [Theory]
    [InlineData("iris", "lda")]
    [InlineData("iris", "weighted_knn")]
    [InlineData("wine", "lda")]
    [InlineData("wine", "weighted_knn")]
    [InlineData("breast_cancer", "lda")]
    [InlineData("breast_cancer", "weighted_knn")]
    public void FiguresOfPublishedTables_AgreeWithScikitLearn(string table, string model)
    {
        string[][] lines = [.. File.ReadLines(SharedData.PathOf($"golden/tables/{table}.csv")).Select(l => l.Split(','))];
        using var summary = JsonDocument.Parse(File.ReadAllText(SharedData.PathOf("golden/tables/summary.json")));
        JsonElement expected = summary.RootElement.GetProperty(table).GetProperty(model);
        double[] areas = [.. expected.GetProperty("auc_one_vs_rest").EnumerateArray().Select(a => a.GetDouble())];
        string[] truth = Column("class"), classes = [.. Enumerable.Range(0, areas.Length).Select(c => c.ToString(CultureInfo.InvariantCulture))];

        var confusion = ConfusionMatrix.Of(classes, truth.Zip(Column("predicted_" + model)));
        Assert.Equal(expected.GetProperty("accuracy").GetDouble(), confusion.Accuracy, 12);
        Assert.Equal(expected.GetProperty("confusion").EnumerateArray().SelectMany(r => r.EnumerateArray().Select(c => c.GetInt32())), confusion.Counts);
        for (int c = 0; c < classes.Length; c++)
        {
            double[] scores = [.. Column($"p_{model}_{classes[c]}").Select(s => double.Parse(s, CultureInfo.InvariantCulture))];
            Assert.Equal(areas[c], RocCurve.Of(scores, [.. truth.Select(t => t == classes[c])]).Area, 1e-6);
        }

        string[] Column(string name) => [.. lines.Skip(1).Select(l => l[Array.IndexOf(lines[0], name)])];
    }
}
