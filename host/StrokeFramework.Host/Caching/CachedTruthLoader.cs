using StrokeFramework.Host.Data;

namespace StrokeFramework.Host.Caching;

/// <summary>Reads lesion masks, or only hashes their files when the cache knows what is in them.</summary>
internal static class CachedTruthLoader
{
    /// <summary>Reads a mask, see <see cref="TruthLoader"/>.</summary>
    /// <param name="source">Where it is.</param>
    /// <param name="cache">The cache, or null.</param>
    /// <param name="cancellation">The user's wish to stop.</param>
    /// <exception cref="DataException">The file cannot be used.</exception>
    public static TruthInput Load(TruthSource source, ResultCache? cache, CancellationToken cancellation)
    {
        if (cache is null) return new(TruthLoader.Load(source, null, cancellation));
        string sha256 = CachedStudyLoader.HashOf(source.Mask, cache);
        CacheKey key = CacheKeys.OfTruth(Path.GetFileName(source.Mask), sha256);
        if (cache.Read(key, content => Read(content, source, sha256, cancellation)) is { } known) return known;
        var loaded = new TruthInput(TruthLoader.Load(source, null, cancellation));
        if (loaded.Sha256 == sha256) cache.Write(key, () => Write(loaded));
        return loaded;
    }

    private static byte[] Write(TruthInput truth)
    {
        using var buffer = new MemoryStream();
        using var writer = new BinaryWriter(buffer);
        writer.WriteGeometry(truth.Geometry);
        writer.Write(truth.LesionVoxels);
        writer.WriteList(truth.Warnings, text => writer.Write(StudyEntry.Hide(text, [truth.Source.Mask])));
        return buffer.ToArray();
    }

    private static TruthInput Read(ReadOnlyMemory<byte> content, TruthSource source, string sha256, CancellationToken cancellation) => EntryReader.Parse(content, reader => new TruthInput(
        source, sha256, reader.ReadGeometry(), reader.ReadInt64(), reader.ReadList(() => StudyEntry.Show(reader.ReadString(), [source.Mask])), () => LoadAgain(source, sha256, cancellation)));

    private static LoadedTruth LoadAgain(TruthSource source, string sha256, CancellationToken cancellation)
    {
        LoadedTruth truth = TruthLoader.Load(source, null, cancellation);
        if (truth.Sha256 != sha256) throw new DataException($"The file '{source.Mask}' changed while it was being worked on. Run again when it is complete.");
        return truth;
    }
}
