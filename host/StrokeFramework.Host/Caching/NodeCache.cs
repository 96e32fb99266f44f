using StrokeFramework.Host.Execution;

namespace StrokeFramework.Host.Caching;

/// <summary>The cache as the nodes of one pipeline see it while they run over one study.</summary>
internal sealed class NodeCache(ResultCache cache, PreparedPipeline pipeline, StudyInput input, string study, GivenLesions? givenLesions, bool needsDiagnostics)
{
    // Images are kept when making them took longer than this, far longer than reading them back takes. The steps of
    // preprocessing are quicker: their images would be nearly all of the cache and save little, since what is behind them
    // mostly needs the study read anyway. They are made again in the rarer case that something behind them changed.
    private const double BytesPerSecond = 20e6;

    /// <summary>The key of a node whose inputs are known by hash.</summary>
    public CacheKey KeyOf(PreparedNode node, IEnumerable<(string Port, string Hash)> inputs) =>
        CacheKeys.OfNode(node, pipeline.Plan.Definition.Seed, inputs, pipeline.Plan.Definition.MinimumLesionVolume, givenLesions?.Hash);

    /// <summary>What is known of a node's result; null when it has to run.</summary>
    public (NodeEntry Entry, IReadOnlyList<Diagnostic> Diagnostics)? Find(PreparedNode node, CacheKey key)
    {
        string name = NameOf(node);
        IReadOnlyList<CachePart>? before = cache.Known.Before(study, name);
        cache.Known.Remember(study, name, key);
        if (cache.Read(key, NodeEntry.Read) is not { } entry)
        {
            Add(name, KeyDifference.Reason(before, key));
            return null;
        }

        IReadOnlyList<Diagnostic>? diagnostics = [];
        if (needsDiagnostics && (diagnostics = entry.ReadDiagnostics(VolumeOf)) is null)
        {
            Add(name, "what it wants shown was not kept");
            return null;
        }

        cache.Journal.Add(new(name, study, FromCache: true, ""));
        return (entry, diagnostics);
    }

    /// <summary>The value of an entry; null when it was not kept or is gone.</summary>
    public object? Take(NodeEntry entry) => entry.ReadValue(VolumeOf);

    /// <summary>Says that a node ran although its entry was there, because its value was not.</summary>
    public void RanForItsValue(PreparedNode node, NodeEntry entry) =>
        Add(NameOf(node), entry.HasValue ? "its result is not in the cache any more, and a node behind it needs it" : "a node behind it needs its result, which is not kept because it is quick to make");

    /// <summary>Sets an entry aside that the stage does not reproduce.</summary>
    public void Distrust(PreparedNode node, CacheKey key)
    {
        cache.Remove(key);
        cache.Warn($"The node '{node.Plan.Name}' ({node.Plan.Stage.Stage.Id} of {node.Plan.Stage.Plugin.Name}) gave another result than before for the same inputs, so '{study}' is done without the cache. Report this to the plugin's author.");
    }

    /// <summary>Keeps what a node gave, as far as that is worth the room.</summary>
    public void Store(CacheKey key, object value, NodeResult result)
    {
        Dictionary<Volume<float>, string> hashes = new(ReferenceEqualityComparer.Instance);
        Dictionary<string, Volume<float>> fresh = new(StringComparer.Ordinal);
        bool keepsValue = IsWorthwhile(ValueCodec.VolumesOf(value));
        bool keepsDiagnostics = needsDiagnostics && IsWorthwhile(DiagnosticCodec.VolumesOf(result.Diagnostics));
        cache.Write(key, () => NodeEntry.Write(result, keepsDiagnostics ? result.Diagnostics : null, keepsValue ? value : null, v => hashes[v]), fresh);

        bool IsWorthwhile(IEnumerable<Volume<float>> volumes)
        {
            List<(string Hash, Volume<float> Volume)> wanted = [];
            foreach (Volume<float> volume in volumes)
            {
                string hash = hashes[volume] = ContentHash.OfVolume(volume);
                // Read, not only looked for: what is damaged is to be written anew.
                if (input.HasVolume(hash) || fresh.ContainsKey(hash) || cache.Volumes.Get(hash) is not null) continue;
                wanted.Add((hash, volume));
            }

            if (result.Time.TotalSeconds < wanted.Sum(w => (long)w.Volume.Span.Length * sizeof(float)) / BytesPerSecond) return false;
            foreach ((string hash, Volume<float> volume) in wanted) fresh[hash] = volume;
            return true;
        }
    }

    // One run may measure both kinds of lesions; each has its own reasons.
    private string NameOf(PreparedNode node) =>
        givenLesions is not null && node.Plan.Stage.Stage.Kind == Manifest.StageKind.FeatureExtractor ? $"{node.Plan.Name} (truth)" : node.Plan.Name;

    // What the study itself brings is never kept a second time.
    private Volume<float>? VolumeOf(string hash) => input.FindVolume(hash) ?? cache.Volumes.Get(hash);

    private void Add(string node, string reason) => cache.Journal.Add(new(node, study, FromCache: false, reason));
}
