namespace StrokeFramework.Host.Tests;

public sealed class ContractVersionTests
{
    [Fact]
    public void Version_IsTheAssemblysMajor() =>
        Assert.Equal(ContractVersion.Major, typeof(ContractVersion).Assembly.GetName().Version!.Major);
}
