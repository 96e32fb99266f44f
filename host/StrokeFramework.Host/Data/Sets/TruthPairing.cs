namespace StrokeFramework.Host.Data;

/// <summary>Which lesion mask belongs to which study.</summary>
public sealed class TruthPairing
{
    private readonly Dictionary<StudySource, TruthSource> _pairs;

    internal TruthPairing(Dictionary<StudySource, TruthSource> pairs, IReadOnlyList<string> warnings) =>
        (_pairs, Warnings) = (pairs, warnings);

    /// <summary>Sentences on studies without a mask, masks without a study, and masks of which there are several.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>How many studies have a mask.</summary>
    public int Count => _pairs.Count;

    /// <summary>The mask of a study, or null when it has none.</summary>
    public TruthSource? Of(StudySource study) => _pairs.GetValueOrDefault(study);
}
