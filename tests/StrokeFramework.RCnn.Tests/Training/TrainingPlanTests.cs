using StrokeFramework.RCnn.Training;

namespace StrokeFramework.RCnn.Tests.Training;

public sealed class TrainingPlanTests
{
    [Theory]
    [InlineData(40, 300)]
    [InlineData(40, 10)]
    [InlineData(3, 10)]
    public void OrderFrom_AnyStep_EndsAsTheWholeOrderDoes_AndFillsThePool(int studies, int window)
    {
        TrainingPlan plan = Make(studies, window);
        int[] whole = [.. plan.OrderFrom(0).Skip(plan.Judges.Count)];
        Assert.Equal(plan.ReadBefore(plan.Steps), whole.Length);
        for (int step = 0; step < plan.Steps; step++)
        {
            int[] rest = [.. plan.OrderFrom(step).Skip(plan.Judges.Count)];
            Assert.Equal(whole[^rest.Length..], rest);
            Assert.Equal(whole.Length - plan.ReadBefore(step), rest.Length - plan.HeldBefore(step));
        }
    }

    [Fact]
    public void Judges_AreNeverLearnedFrom()
    {
        TrainingPlan plan = Make(40, 300);
        Assert.Equal(2, plan.Judges.Count);
        Assert.Equal(38, plan.OrderFrom(0).Skip(2).Distinct().Count());
        Assert.Empty(plan.OrderFrom(0).Skip(2).Intersect(plan.Judges));
    }

    [Fact]
    public void RateOf_RisesToTheLearningRate_AndFallsToAHundredth()
    {
        TrainingPlan plan = Make(40, 300);
        double[] rates = [.. Enumerable.Range(0, plan.Steps).Select(plan.RateOf)];
        int top = Array.IndexOf(rates, rates.Max());
        Assert.Equal(0.03, rates.Max(), 1e-3);
        Assert.Equal(rates[..top].Order(), rates[..top]);
        Assert.Equal(rates[top..].OrderDescending(), rates[top..]);
        Assert.Equal(0.0003, rates[^1], 1e-4);
    }

    private static TrainingPlan Make(int studies, int window) => new(studies, new() { Window = window, Passes = 3 }, new Random(1));
}
