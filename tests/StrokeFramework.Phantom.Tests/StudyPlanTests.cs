namespace StrokeFramework.Phantom.Tests;

public sealed class StudyPlanTests
{
    [Theory]
    [InlineData(24)]
    [InlineData(60)]
    public void TypeOf_AnyPrefix_IsNearlyBalanced(int cases)
    {
        var settings = new LesionSettings();
        ILookup<string, int> types = Enumerable.Range(0, cases).ToLookup(index => StudyPlan.TypeOf(settings, 2020, index));
        foreach (string type in StrokeTypes.All) Assert.InRange(types[type].Count(), cases / 9 * 2, (cases / 9 * 2) + 2);
        Assert.InRange(types[StrokeTypes.None].Count(), cases / 9, (cases / 9) + 1);
    }

    [Fact]
    public void TypeOf_EmptyRound_IsRefused()
    {
        var settings = new LesionSettings { StudiesPerRound = 0, HealthyPerRound = 0 };
        Assert.Throws<ArgumentException>(() => StudyPlan.TypeOf(settings, 1, 0));
    }
}
