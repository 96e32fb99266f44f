using StrokeFramework.Host.Data;
using StrokeFramework.Host.Training;

namespace StrokeFramework.Host.Tests.Training;

public sealed class FoldsTests
{
    [Fact]
    public void Split_OfRandomDataSets_IsAPartitionOfPatients_Stratified_AndBalanced()
    {
        var random = new Random(11);
        for (int round = 0; round < 300; round++)
        {
            int folds = random.Next(2, 8), patients = random.Next(folds, 80);
            Dictionary<string, string> classes = Enumerable.Range(0, patients).ToDictionary(p => $"p{p}", _ => StrokeTypes.All[random.Next(4)]);

            IReadOnlyDictionary<string, int> split = Folds.Split(classes, folds, (ulong)round);

            // Every patient has exactly one fold: nobody is in training and in test of the same fold.
            Assert.Equal(classes.Keys.Order(), split.Keys.Order());
            Assert.All(split.Values, f => Assert.InRange(f, 0, folds - 1));
            int[] sizes = [.. Enumerable.Range(0, folds).Select(f => split.Values.Count(v => v == f))];
            Assert.True(sizes.Max() - sizes.Min() <= 1, "folds of equal size");
            foreach (string type in StrokeTypes.All)
            {
                int[] members = [.. Enumerable.Range(0, folds).Select(f => split.Count(s => s.Value == f && classes[s.Key] == type))];
                Assert.True(members.Max() - members.Min() <= 1, "classes spread evenly");
            }
        }
    }

    [Fact]
    public void Split_DependsOnTheSeed_AndOnNoOrder()
    {
        Dictionary<string, string> classes = Enumerable.Range(0, 40).ToDictionary(p => $"p{p}", p => StrokeTypes.All[p % 4]);
        Dictionary<string, string> reversed = classes.Reverse().ToDictionary(c => c.Key, c => c.Value);

        Assert.Equal(Folds.Split(classes, 5, 1).OrderBy(f => f.Key), Folds.Split(reversed, 5, 1).OrderBy(f => f.Key));
        Assert.NotEqual(Folds.Split(classes, 5, 1).OrderBy(f => f.Key), Folds.Split(classes, 5, 2).OrderBy(f => f.Key));
    }

    [Fact]
    public void Split_OfFewerPatientsThanFolds_IsRefusedInASentence() =>
        Assert.Contains("--folds", Assert.Throws<DataException>(() => Folds.Split(new Dictionary<string, string> { ["a"] = "n/a" }, 2, 0)).Message, StringComparison.Ordinal);

    [Fact]
    public void Split_WithAClassSmallerThanTheFolds_StillHoldsEverybody()
    {
        var classes = Enumerable.Range(0, 9).ToDictionary(p => $"p{p}", p => p == 0 ? StrokeTypes.AcuteHemorrhage : StrokeTypes.AcuteIschemic);
        Assert.Equal(9, Folds.Split(classes, 5, 3).Count);
    }
}
