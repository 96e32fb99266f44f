using StrokeFramework.Host.Reporting.Drawing;

namespace StrokeFramework.Host.Tests.Reporting.Drawing;

public sealed class SvgTextTests
{
    [Theory]
    [InlineData("all", 80, "all", "")]
    [InlineData("subacute-ischemic", 80, "subacute-", "ischemic")]
    [InlineData("all with a lesion", 80, "all with a", "lesion")]
    [InlineData("unbreakableword", 50, "unbrea…", "")]
    [InlineData("short-averyverylongword", 50, "short-", "averyv…")]
    [InlineData("ab", 1, "…", "")]
    public void Wrap_BreaksAtTheLastPlaceThatFits_AndShortensWhatDoesNot(string text, double width, string first, string second) =>
        Assert.Equal((first, second), SvgText.Wrap(text, width));
}
