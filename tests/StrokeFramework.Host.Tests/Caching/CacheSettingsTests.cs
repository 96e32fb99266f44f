using StrokeFramework.Host.Caching;

namespace StrokeFramework.Host.Tests.Caching;

public sealed class CacheSettingsTests
{
    [Theory]
    [InlineData("10GiB", 10L << 30)]
    [InlineData("10 gib", 10L << 30)]
    [InlineData("500MB", 500_000_000L)]
    [InlineData("1.5K", 1536L)]
    [InlineData("2T", 2L << 40)]
    [InlineData("42", 42L)]
    [InlineData("42B", 42L)]
    public void Parse_OfASize_GivesBytes(string text, long bytes) => Assert.Equal(bytes, ByteSize.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("much")]
    [InlineData("-1G")]
    [InlineData("0")]
    [InlineData("1e9")]
    [InlineData("99999999999T")]
    public void Parse_OfNoSize_GivesNothing(string text) => Assert.Null(ByteSize.Parse(text));

    [Fact]
    public void Limit_IsTenGibibytes() => Assert.Equal(10_737_418_240, new CacheSettings { Folder = "" }.Limit);

    [Theory]
    [InlineData("/var/cache/me", "/home/me", "/var/cache/me/stroke")]
    [InlineData(null, "/home/me", "/home/me/.cache/stroke")]
    [InlineData("relative", "/home/me", "/home/me/.cache/stroke")]
    [InlineData(null, null, null)]
    public void OfUser_FollowsTheXdgSpecification(string? cacheHome, string? home, string? expected)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has a place of its own.");
        Assert.Equal(expected, CacheLocation.OfUser(name => name == "XDG_CACHE_HOME" ? cacheHome : name == "HOME" ? home : null));
    }
}
