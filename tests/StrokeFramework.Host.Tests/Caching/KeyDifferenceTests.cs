using StrokeFramework.Host.Caching;

namespace StrokeFramework.Host.Tests.Caching;

public sealed class KeyDifferenceTests
{
    private static readonly CachePart[] Before =
    [
        new("stage", "weighted-knn"), new("plugin", "Knn 1.0.0"), new("plugin's files", "aa"), new("parameter neighbors", "10"), new("seed", "42"), new("input features", "beef"),
    ];

    [Fact]
    public void Describe_OfNoChange_IsEmpty() => Assert.Equal("", KeyDifference.Describe(Before, Before));

    [Theory]
    [InlineData("parameter neighbors", "5", "parameter neighbors changed 10 -> 5")]
    [InlineData("seed", "7", "seed changed 42 -> 7")]
    [InlineData("input features", "cafe", "input features changed")]
    [InlineData("plugin's files", "bb", "plugin's files changed")]
    [InlineData("parameter weight", "\"inverse\"", "parameter weight is new (\"inverse\")")]
    [InlineData("model", "cafe", "model is new")]
    public void Describe_OfOneChange_SaysWhich(string name, string value, string expected) => Assert.Equal(expected, KeyDifference.Describe(Before, With((name, value))));

    [Fact]
    public void Describe_OfAMissingPart_SaysThatItIsGone() =>
        Assert.Equal("parameter neighbors is gone", KeyDifference.Describe(Before, [.. Before.Where(p => p.Name != "parameter neighbors")]));

    [Fact]
    public void Describe_OfAnotherStage_LeavesOutWhatFollowsFromIt() =>
        Assert.Equal("stage changed weighted-knn -> svm", KeyDifference.Describe(Before, With(("stage", "svm"), ("plugin", "Svm 1.0.0"), ("plugin's files", "bb"), ("parameter neighbors", "3"), ("runtime opencv", "4"))));

    [Fact]
    public void Describe_OfANewPluginVersion_LeavesOutItsFiles() =>
        Assert.Equal("plugin changed Knn 1.0.0 -> Knn 1.1.0", KeyDifference.Describe(Before, With(("plugin", "Knn 1.1.0"), ("plugin's files", "bb"))));

    [Fact]
    public void Describe_OfManyChanges_NamesThreeAndCountsTheRest() =>
        Assert.Equal("a is new; b is new; c is new; and 2 more", KeyDifference.Describe(Before, With(("a", ""), ("b", ""), ("c", ""), ("d", ""), ("e", ""))));

    private static CachePart[] With(params (string Name, string Value)[] changes) =>
        [.. Before.Where(p => !changes.Any(c => c.Name == p.Name)), .. changes.Select(c => new CachePart(c.Name, c.Value))];
}
