using System.Collections.Concurrent;
using StrokeFramework.Host.Data;

namespace StrokeFramework.Host.Caching;

/// <summary>
/// The last key of each node and study, so that it can be said what is different this time. One small file per study; of
/// two processes that write it, the later one wins, which costs a reason and no result.
/// </summary>
internal sealed class KnownKeys(CacheFolder folder)
{
    private readonly ConcurrentDictionary<string, Lazy<StudyKeys>> _studies = new(StringComparer.Ordinal);

    /// <summary>The key as it was before this run; null when none is known.</summary>
    public IReadOnlyList<CachePart>? Before(string study, string node) => Of(study).Before.GetValueOrDefault(node);

    /// <summary>Keeps a key for the next run.</summary>
    public void Remember(string study, string node, CacheKey key) => Of(study).Now[node] = key.Parts;

    /// <summary>Writes what is new.</summary>
    /// <exception cref="DataException">A file cannot be written.</exception>
    public void Save()
    {
        foreach ((string study, Lazy<StudyKeys> keys) in _studies)
        {
            (Dictionary<string, IReadOnlyList<CachePart>> before, ConcurrentDictionary<string, IReadOnlyList<CachePart>> now) = (keys.Value.Before, keys.Value.Now);
            if (now.All(n => before.TryGetValue(n.Key, out IReadOnlyList<CachePart>? old) && old.SequenceEqual(n.Value))) continue;
            var all = new SortedDictionary<string, IReadOnlyList<CachePart>>(before, StringComparer.Ordinal);
            foreach ((string node, IReadOnlyList<CachePart> parts) in now) all[node] = parts;
            byte[] bytes = EntryFile.Frame(NameOf(study), Write(all));
            AtomicFile.Write(FileOf(study), stream => stream.Write(bytes));
        }
    }

    private static string NameOf(string study) => CacheFolder.HashOf("known keys of " + study);

    private string FileOf(string study) => folder.FileOf(CacheFolder.Known, NameOf(study));

    private StudyKeys Of(string study) => _studies.GetOrAdd(study, static (name, self) => new(() => new StudyKeys(self.Load(name))), this).Value;

    private Dictionary<string, IReadOnlyList<CachePart>> Load(string study)
    {
        var keys = new Dictionary<string, IReadOnlyList<CachePart>>(StringComparer.Ordinal);
        string file = FileOf(study);
        if (CacheFolder.Read(file) is not { } bytes || EntryFile.Open(NameOf(study), bytes) is not { } content) return keys;
        CacheFolder.Touch(file);
        using var reader = new BinaryReader(new MemoryStream(content.ToArray()));
        foreach ((string node, List<CachePart> parts) in reader.ReadList(() => (reader.ReadString(), reader.ReadList(() => new CachePart(reader.ReadString(), reader.ReadString()))))) keys[node] = parts;
        return keys;
    }

    private static byte[] Write(SortedDictionary<string, IReadOnlyList<CachePart>> keys)
    {
        using var buffer = new MemoryStream();
        using var writer = new BinaryWriter(buffer);
        writer.WriteList(keys, key =>
        {
            writer.Write(key.Key);
            writer.WriteList(key.Value, part =>
            {
                writer.Write(part.Name);
                writer.Write(part.Value);
            });
        });
        return buffer.ToArray();
    }

    private sealed class StudyKeys(Dictionary<string, IReadOnlyList<CachePart>> before)
    {
        public Dictionary<string, IReadOnlyList<CachePart>> Before { get; } = before;

        public ConcurrentDictionary<string, IReadOnlyList<CachePart>> Now { get; } = new(StringComparer.Ordinal);
    }
}
