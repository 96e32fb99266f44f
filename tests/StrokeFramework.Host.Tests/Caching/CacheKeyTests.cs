using StrokeFramework.Host.Caching;

namespace StrokeFramework.Host.Tests.Caching;

public sealed class CacheKeyTests
{
    [Fact]
    public void Hash_DependsOnNamesAndValuesButNotOnTheirOrder()
    {
        string hash = new CacheKey([new("a", "1"), new("b", "2")]).Hash;

        Assert.Equal(64, hash.Length);
        Assert.Equal(hash, new CacheKey([new("b", "2"), new("a", "1")]).Hash);
        Assert.NotEqual(hash, new CacheKey([new("a", "1"), new("b", "3")]).Hash);
        Assert.NotEqual(hash, new CacheKey([new("a", "1"), new("c", "2")]).Hash);
        Assert.NotEqual(hash, new CacheKey([new("a", "1")]).Hash);
    }

    [Fact]
    public void Hash_OfAValueThatImitatesAnotherPart_IsAnother() =>
        Assert.NotEqual(new CacheKey([new("a", "1\n1 b1 2")]).Hash, new CacheKey([new("a", "1"), new("b", "2")]).Hash);

    [Fact]
    public void Key_WithOneNameTwice_IsRefused() => Assert.Throws<ArgumentException>(() => new CacheKey([new("a", "1"), new("a", "2")]));
}
