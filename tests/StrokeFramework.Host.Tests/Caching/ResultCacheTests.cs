using System.Text;
using StrokeFramework.Host.Caching;
using StrokeFramework.Host.Execution;
using StrokeFramework.Host.Tests.Data;

namespace StrokeFramework.Host.Tests.Caching;

public sealed class ResultCacheTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _warnings = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_GivesWhatWasWrittenUnderTheKeyAndNothingElse()
    {
        using ResultCache cache = Open();
        cache.Write(Key("a"), () => [1, 2, 3]);

        Assert.Equal([1, 2, 3], cache.Read(Key("a"))!.Value.ToArray());
        Assert.Null(cache.Read(Key("b")));
    }

    [Fact]
    public void Read_OfAnEntryPutUnderAnotherKey_IsNothing()
    {
        using ResultCache cache = Open();
        cache.Write(Key("a"), () => [1, 2, 3]);
        string from = FileOf(Key("a")), to = FileOf(Key("b"));
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Copy(from, to);

        Assert.Null(cache.Read(Key("b")));
        Assert.False(File.Exists(to));
        Assert.True(File.Exists(from));
    }

    [Fact]
    public void Open_OfAnEntryWithAnyByteChanged_IsNothing()
    {
        string key = Key("a").Hash;
        byte[] bytes = EntryFile.Frame(key, "some content"u8);

        Assert.Equal("some content", Encoding.UTF8.GetString(EntryFile.Open(key, bytes)!.Value.Span));
        for (int n = 0; n < bytes.Length; n++)
        {
            byte[] damaged = [.. bytes];
            damaged[n] ^= 1;
            Assert.Null(EntryFile.Open(key, damaged));
            Assert.Null(EntryFile.Open(key, bytes[..n]));
        }
    }

    [Fact]
    public void Open_OfAFolderThatCannotBe_WarnsOnceAndGivesNone()
    {
        string file = _folder.Write("I am a file", "file");

        Assert.Null(ResultCache.Open(new() { Folder = Path.Combine(file, "cache"), Warn = _warnings.Add }));
        Assert.Contains("cannot be used, so the run goes on without it", Assert.Single(_warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_WhenTheFolderIsLost_WarnsOnceAndIsOff()
    {
        using ResultCache cache = Open();
        // A file where a folder is needed: nothing can be written, whoever runs the tests.
        _folder.Write("", "cache", "entries");
        cache.Write(Key("a"), () => [1]);
        cache.Write(Key("b"), () => [1]);

        Assert.Null(cache.Read(Key("a")));
        Assert.Contains("goes on without it", Assert.Single(_warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Dispose_BeyondTheLimit_RemovesWhatWasUsedLeastRecently()
    {
        using (ResultCache cache = Open())
        {
            foreach (string name in (string[])["a", "b", "c", "d"]) cache.Write(Key(name), () => new byte[1000]);
        }

        DateTime now = DateTime.UtcNow;
        foreach ((string name, int days) in (ReadOnlySpan<(string, int)>)[("a", 4), ("b", 3), ("c", 2), ("d", 1)]) File.SetLastWriteTimeUtc(FileOf(Key(name)), now.AddDays(-days));
        using (ResultCache cache = Open(limit: 4000))
        {
            Assert.NotNull(cache.Read(Key("a"))); // used now, so the second is the oldest
            cache.Write(Key("e"), () => new byte[1000]);
        }

        Assert.Equal(["a", "d", "e"], ((string[])["a", "b", "c", "d", "e"]).Where(n => File.Exists(FileOf(Key(n)))));
    }

    [Fact]
    public void Trim_LeavesFilesThatAreNotTheCachesAndFreshTemporaries()
    {
        string foreign = _folder.Write(new string('x', 5000), "cache", "my-thesis.txt"), fresh = _folder.Write(new string('x', 5000), "cache", "entries", "ab", ".1234.tmp"), old = _folder.Write("half", "cache", "entries", "ab", ".5678.tmp");
        File.SetLastWriteTimeUtc(old, DateTime.UtcNow.AddHours(-2));
        using (ResultCache cache = Open(limit: 100)) cache.Write(Key("a"), () => new byte[1000]);

        Assert.True(File.Exists(foreign));
        Assert.True(File.Exists(fresh));
        Assert.False(File.Exists(old));
        Assert.False(File.Exists(FileOf(Key("a"))));
    }

    [Fact]
    public void Write_BeyondTheLimit_DoesNotWaitForTheEnd()
    {
        using ResultCache cache = Open(limit: 20_000);
        for (int n = 0; n < 100; n++) cache.Write(Key($"{n}"), () => new byte[1000]);

        Assert.InRange(Directory.GetFiles(Path.Combine(CachePath, "entries"), "*", SearchOption.AllDirectories).Sum(f => new FileInfo(f).Length), 1, 25_000);
    }

    [Fact]
    public async Task Use_ByTwoWhileAThirdRemoves_NeverFails()
    {
        using ResultCache one = Open(), two = Open(), three = Open(limit: 1);
        int right = 0, wrong = 0;
        await Task.WhenAll(((ResultCache[])[one, two, three]).Select(cache => Task.Run(() =>
        {
            for (int n = 0; n < 300; n++)
            {
                byte value = (byte)(n % 7);
                cache.Write(Key($"{value}"), () => [value, value]);
                if (cache.Read(Key($"{value}")) is not { } read) continue;
                if (read.Span.SequenceEqual(new[] { value, value })) Interlocked.Increment(ref right);
                else Interlocked.Increment(ref wrong);
            }
        })));

        Assert.Equal(0, wrong);
        Assert.InRange(right, 1, 900);
        Assert.Empty(_warnings);
    }

    [Fact]
    public void Volumes_OfAnyByteChanged_AreNothing()
    {
        var store = new VolumeStore(new CacheFolder(CachePath));
        var volume = new Volume<float>(VolumeGeometry.FromSpacing(new(2, 2, 1), new(1, 2, 3)), new float[] { 1, -2, float.NaN, 4 });
        string hash = ContentHash.OfVolume(volume), file = Path.Combine(CachePath, "volumes", hash[..2], hash);
        store.Put(hash, volume);
        byte[] bytes = File.ReadAllBytes(file);

        Assert.Equal(hash, ContentHash.OfVolume(store.Get(hash)!));
        for (int n = 0; n < bytes.Length; n++)
        {
            byte[] damaged = [.. bytes];
            damaged[n] ^= 1;
            File.WriteAllBytes(file, damaged);
            Assert.Null(store.Get(hash));
            Assert.False(File.Exists(file));
            File.WriteAllBytes(file, bytes[..n]);
            Assert.Null(store.Get(hash));
        }
    }

    private string CachePath => Path.Combine(_folder.Path, "cache");

    private static CacheKey Key(string name) => new([new("name", name)]);

    private string FileOf(CacheKey key) => Path.Combine(CachePath, "entries", key.Hash[..2], key.Hash);

    private ResultCache Open(long limit = CacheSettings.DefaultLimit) => ResultCache.Open(new() { Folder = CachePath, Limit = limit, Warn = Keep })!;

    private void Keep(string warning)
    {
        lock (_warnings) _warnings.Add(warning);
    }
}
