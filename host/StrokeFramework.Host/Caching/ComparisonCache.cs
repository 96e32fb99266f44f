namespace StrokeFramework.Host.Caching;

/// <summary>The cache as the comparison of one study's results with its truth sees it.</summary>
/// <param name="cache">The cache.</param>
/// <param name="studyName">What journals call the study.</param>
/// <param name="studyHash">Hash of the study.</param>
/// <param name="truthHash">SHA-256 of the truth mask's file.</param>
/// <param name="minimumLesionVolume">Smallest lesion, in mm³.</param>
internal sealed class ComparisonCache(ResultCache cache, string studyName, string studyHash, string truthHash, double minimumLesionVolume)
{
    /// <summary>What is kept of a comparison; null when it has to be made.</summary>
    /// <param name="kind">Which kind of comparison.</param>
    /// <param name="of">What the journal calls it, unlike the name of any node.</param>
    /// <param name="results">What is compared, by what it is, with its hash.</param>
    /// <param name="read">Reads an entry.</param>
    public T? Find<T>(string kind, string of, IReadOnlyList<(string Name, string Hash)> results, Func<ReadOnlyMemory<byte>, T> read)
        where T : class
    {
        CacheKey key = KeyOf(kind, results);
        IReadOnlyList<CachePart>? before = cache.Known.Before(studyName, of);
        cache.Known.Remember(studyName, of, key);
        T? found = cache.Read(key, read);
        cache.Journal.Add(new(of, studyName, found is not null, found is null ? KeyDifference.Reason(before, key) : ""));
        return found;
    }

    /// <summary>Keeps a comparison.</summary>
    public void Store(string kind, IReadOnlyList<(string Name, string Hash)> results, Func<byte[]> content) => cache.Write(KeyOf(kind, results), content);

    private CacheKey KeyOf(string kind, IReadOnlyList<(string Name, string Hash)> results) => CacheKeys.OfComparison(kind, studyHash, truthHash, minimumLesionVolume, results);
}
