using System.Collections.Concurrent;
using StrokeFramework.Host.Data;

namespace StrokeFramework.Host.Caching;

/// <summary>
/// Keeps results of nodes, fitted models and what is known of studies between runs, under the hash of everything that
/// they depend on. Several runs may share one at the same time. It never fails a run: when the folder cannot be used,
/// it says so once and is off from then on.
/// </summary>
public sealed class ResultCache : IDisposable
{
    private readonly CacheSettings _settings;
    private readonly CacheFolder _folder;
    private readonly Lock _trimming = new();
    private long _written;
    private int _isOff;
    private bool _isDisposed;

    private ResultCache(CacheSettings settings, CacheFolder folder) =>
        (_settings, _folder, Volumes, Known) = (settings, folder, new(folder), new(folder));

    /// <summary>What was made and what was taken from the cache so far.</summary>
    public CacheJournal Journal { get; } = new();

    internal VolumeStore Volumes { get; }

    internal KnownKeys Known { get; }

    /// <summary>The SHA-256 of each file that was hashed for this cache: a run that comes by a file again need not hash it again. What is read of it later is held against the hash.</summary>
    internal ConcurrentDictionary<string, string> FileHashes { get; } = new(StringComparer.Ordinal);

    /// <summary>Opens a cache, making its folder when there is none.</summary>
    /// <returns>The cache; null when the folder cannot be used, after a warning.</returns>
    public static ResultCache? Open(CacheSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        try
        {
            var folder = new CacheFolder(settings.Folder);
            folder.Create();
            return new(settings, folder);
        }
        catch (Exception e) when (e is DataException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            settings.Warn?.Invoke(Sentence(settings.Folder, e));
            return null;
        }
    }

    /// <summary>Writes down what the next run should know, and removes what is beyond the limit.</summary>
    public void Dispose()
    {
        if (_isDisposed) return;
        _isDisposed = true;
        Guard(() =>
        {
            Known.Save();
            if (Interlocked.Exchange(ref _written, 0) > 0) CacheTrim.Run(_folder, _settings.Limit);
        });
    }

    /// <summary>The content kept under a key; null when there is none. What is damaged is removed.</summary>
    internal ReadOnlyMemory<byte>? Read(CacheKey key)
    {
        string file = _folder.FileOf(CacheFolder.Entries, key.Hash);
        if (Volatile.Read(ref _isOff) != 0 || CacheFolder.Read(file) is not { } bytes) return null;
        if (EntryFile.Open(key.Hash, bytes) is { } content)
        {
            CacheFolder.Touch(file);
            return content;
        }

        Discard(key);
        return null;
    }

    /// <summary>Reads what is kept under a key; null when there is nothing usable.</summary>
    internal T? Read<T>(CacheKey key, Func<ReadOnlyMemory<byte>, T?> parse)
        where T : class
    {
        if (Read(key) is not { } content) return null;
        try
        {
            return parse(content);
        }
        catch (InvalidDataException)
        {
            Discard(key);
            return null;
        }
    }

    /// <summary>Keeps some content under a key, and images that it speaks of.</summary>
    internal void Write(CacheKey key, Func<byte[]> content, IReadOnlyDictionary<string, Volume<float>>? volumes = null)
    {
        bool isWritten = Guard(() =>
        {
            long bytes = 0;
            // Images first: an entry should not speak of what is not there yet.
            foreach ((string hash, Volume<float> volume) in volumes ?? new Dictionary<string, Volume<float>>()) bytes += Volumes.Put(hash, volume);
            byte[] entry = EntryFile.Frame(key.Hash, content());
            AtomicFile.Write(_folder.FileOf(CacheFolder.Entries, key.Hash), stream => stream.Write(entry));
            Interlocked.Add(ref _written, bytes + entry.Length);
        });
        if (isWritten && Interlocked.Read(ref _written) > _settings.Limit / 10) TrimNow();
    }

    /// <summary>Removes what is kept under a key.</summary>
    internal void Remove(CacheKey key) => CacheFolder.Remove(_folder.FileOf(CacheFolder.Entries, key.Hash));

    internal void Warn(string sentence) => _settings.Warn?.Invoke(sentence);

    // A long run should not fill the disk before it ends.
    private void TrimNow()
    {
        if (!_trimming.TryEnter()) return;
        try
        {
            Interlocked.Exchange(ref _written, 0);
            Guard(() => CacheTrim.Run(_folder, _settings.Limit));
        }
        finally
        {
            _trimming.Exit();
        }
    }

    private void Discard(CacheKey key)
    {
        Remove(key);
        _settings.Remark?.Invoke($"An entry of the cache was damaged and is removed ('{_folder.FileOf(CacheFolder.Entries, key.Hash)}'); what it held is made again.");
    }

    private bool Guard(Action work)
    {
        if (Volatile.Read(ref _isOff) != 0) return false;
        try
        {
            work();
            return true;
        }
        catch (Exception e) when (e is DataException or IOException or UnauthorizedAccessException)
        {
            if (Interlocked.Exchange(ref _isOff, 1) == 0) _settings.Warn?.Invoke(Sentence(_settings.Folder, e));
            return false;
        }
    }

    private static string Sentence(string folder, Exception e) =>
        $"The result cache in '{folder}' cannot be used, so the run goes on without it ({(e.InnerException ?? e).Message.TrimEnd('.')}). Choose another folder with --cache, or --no-cache.";
}
