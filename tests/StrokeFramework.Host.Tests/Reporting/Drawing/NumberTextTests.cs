using StrokeFramework.Host.Reporting.Drawing;

namespace StrokeFramework.Host.Tests.Reporting.Drawing;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(double.NaN, "–")]
    [InlineData(double.PositiveInfinity, "∞")]
    [InlineData(0.00038512, "3.851·10⁻⁴")]
    [InlineData(-0.25, "−0.25")]
    [InlineData(31.4159, "31.42")]
    [InlineData(123456, "123456")]
    [InlineData(12345678, "1.235·10⁷")]
    [InlineData(9999.96, "10000")]
    public void Of_Number_ReadsAsPeopleWriteIt(double value, string expected) => Assert.Equal(expected, NumberText.Of(value));

    [Theory]
    [InlineData(0.042, "42 ms")]
    [InlineData(1.312, "1.31 s")]
    [InlineData(125, "2 min 5 s")]
    public void Of_Duration_TakesTheUnitThatFits(double seconds, string expected) => Assert.Equal(expected, NumberText.Of(TimeSpan.FromSeconds(seconds)));
}
