using StrokeFramework.Host.Caching;
using StrokeFramework.Host.Data;
using StrokeFramework.Host.Evaluation;
using StrokeFramework.Host.Execution;
using StrokeFramework.Host.Runs;

namespace StrokeFramework.Host.Training;

/// <summary>
/// Compares what a pipeline made of one study with its truth. What was compared before is taken from the cache, and then
/// neither the results nor the truth are read. A mask is labelled once, however many comparisons it is part of.
/// </summary>
/// <param name="study">The study.</param>
/// <param name="truth">Its truth.</param>
/// <param name="minimumLesionVolume">Smallest lesion, in mm³.</param>
/// <param name="source">Which lesions were measured.</param>
/// <param name="cache">The cache, or null.</param>
internal sealed class StudyJudge(LoadedStudy study, TruthInput truth, double minimumLesionVolume, LesionSource source, ResultCache? cache)
{
    private const string LesionKind = "matched lesions", MaskKind = "agreement";
    private readonly ComparisonCache? _cache = cache is null ? null : new(cache, study.Source.Name, study.Input.Hash, truth.Sha256, minimumLesionVolume);
    private readonly Dictionary<string, LabelledMask> _masks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MatchedLesions> _lesions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SegmentationSummary> _summaries = new(StringComparer.Ordinal);
    private LabelledMask? _truth;

    private LabelledMask Truth => _truth ??= LabelledMask.OfTruth(truth.On(study.Input.Geometry).Mask, minimumLesionVolume);

    /// <summary>The truth's lesions, to be measured.</summary>
    public GivenLesions GivenLesions() => new(CacheKeys.OfTruthLesions(truth.Sha256, study.Input.Hash, minimumLesionVolume), () => Truth.Lesions);

    /// <summary>Looks for comparisons made before.</summary>
    /// <param name="measured">The outputs that lesions are measured in.</param>
    /// <param name="masks">The outputs that are masks to be judged.</param>
    /// <param name="hashes">The hash of every output.</param>
    /// <returns>The outputs that are needed to make those that were not found.</returns>
    public IReadOnlySet<string> Find(IReadOnlyList<MeasuredOutput> measured, IReadOnlyList<string> masks, IReadOnlyDictionary<string, string> hashes)
    {
        var needed = new HashSet<string>(StringComparer.Ordinal);
        _lesions.Clear();
        _summaries.Clear();
        foreach (MeasuredOutput output in measured)
        {
            string name = source == LesionSource.Truth ? $"examples of {output.Node} (truth)" : $"examples of {output.Node}";
            if (_cache?.Find(LesionKind, name, ResultsOf(output, hashes), ComparisonEntry.ReadLesions) is { } known) _lesions[output.Features] = known;
            else needed.UnionWith(output.Names);
        }

        foreach (string mask in masks)
        {
            if (_cache?.Find(MaskKind, $"agreement of {mask}", [("mask", hashes[mask])], content => ComparisonEntry.ReadSummary(content, mask)) is { } known) _summaries[mask] = known;
            else needed.Add(mask);
        }

        return needed;
    }

    /// <summary>The measured lesions of an output, matched with the truth's.</summary>
    public MatchedLesions LesionsOf(MeasuredOutput output, IReadOnlyDictionary<string, string> hashes, IReadOnlyDictionary<string, object> values)
    {
        if (_lesions.TryGetValue(output.Features, out MatchedLesions? known)) return known;
        LesionSet found = output.Lesions is { } lesions ? MaskOf(hashes[lesions], values[lesions]).Lesions : Truth.Lesions;
        MatchedLesions made = _lesions[output.Features] = MatchedLesions.Of((FeatureTable)values[output.Features], found, Truth.Lesions);
        _cache?.Store(LesionKind, ResultsOf(output, hashes), () => ComparisonEntry.Write(made));
        return made;
    }

    /// <summary>How a mask agrees with the truth.</summary>
    public SegmentationSummary AgreementOf(string output, IReadOnlyDictionary<string, string> hashes, IReadOnlyDictionary<string, object> values)
    {
        if (_summaries.TryGetValue(output, out SegmentationSummary? known)) return known;
        LabelledMask mask = MaskOf(hashes[output], values[output]);
        SegmentationSummary made = _summaries[output] = new(
            output, mask.Lesions.Lesions.Count, mask.Lesions.Lesions.Sum(l => l.Volume) / 1000, SegmentationMetrics.Compare(mask.Mask, mask.Components, Truth.Mask, Truth.Components));
        _cache?.Store(MaskKind, [("mask", hashes[output])], () => ComparisonEntry.Write(made));
        return made;
    }

    private static List<(string Name, string Hash)> ResultsOf(MeasuredOutput output, IReadOnlyDictionary<string, string> hashes)
    {
        List<(string, string)> results = [("features", hashes[output.Features])];
        // Without, the truth's lesions are meant, which follow from the rest of the key.
        if (output.Lesions is { } lesions) results.Add(("lesions", hashes[lesions]));
        return results;
    }

    private LabelledMask MaskOf(string hash, object value)
    {
        if (!_masks.TryGetValue(hash, out LabelledMask? mask)) _masks[hash] = mask = LabelledMask.Of((Segmentation)value, minimumLesionVolume);
        return mask;
    }
}
