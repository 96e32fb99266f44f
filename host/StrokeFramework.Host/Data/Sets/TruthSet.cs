namespace StrokeFramework.Host.Data;

/// <summary>
/// The expert's lesion masks of a file or folder: <c>*_msk</c>, <c>*_mask</c>, <c>*_desc-lesion_mask</c> and the like. In
/// a data set whose <c>derivatives</c> folder holds masks only that is looked at; brain masks are passed over. In a folder in which
/// no name says that it is a mask, every image whose name says nothing else is taken as one.
/// </summary>
public sealed class TruthSet
{
    private const int MostNamed = 5;

    private readonly bool _isSingleFile;

    private TruthSet(IReadOnlyList<TruthSource> masks, IReadOnlyList<string> warnings, bool isSingleFile) =>
        (Masks, Warnings, _isSingleFile) = (masks, warnings, isSingleFile);

    /// <summary>The masks, ordered by subject and session; at least one.</summary>
    public IReadOnlyList<TruthSource> Masks { get; }

    /// <summary>Sentences on what could not be read.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>Finds the masks of a file or folder.</summary>
    /// <exception cref="DataException">There is no mask.</exception>
    public static TruthSet Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string full = Path.GetFullPath(path);
        var warnings = new List<string>();
        if (Directory.Exists(full))
        {
            IReadOnlyList<ImageName> masks = InFolder(full, warnings);
            if (masks.Count == 0) throw new DataException($"No lesion mask was found in '{path}'. Looked for are names like 'sub-01_msk.nii.gz' or 'sub-01_desc-lesion_mask.nii.gz'.");
            return new(Sorted(StudyFinder.Group(masks).SelectMany(g => g)), warnings, false);
        }

        if (!File.Exists(full)) throw new DataException($"'{path}' does not exist.");
        if (!ImageName.IsImage(full)) throw new DataException($"'{path}' is neither a NIfTI file (.nii, .nii.gz) nor a PNG, so it holds no lesion mask.");
        return new(Sorted([ImageName.Parse(full)]), warnings, true);
    }

    /// <summary>
    /// Pairs masks with studies by subject and session, never by order. Where one side states no session, the subject
    /// alone counts if it is unique. A single file goes with a single study unless its name states another subject.
    /// </summary>
    public TruthPairing PairWith(IReadOnlyList<StudySource> studies)
    {
        ArgumentNullException.ThrowIfNull(studies);
        var pairs = new Dictionary<StudySource, TruthSource>();
        var warnings = new List<string>();
        foreach (StudySource study in studies)
        {
            List<TruthSource> candidates = CandidatesFor(study, studies);
            if (candidates.Count == 1) pairs.Add(study, candidates[0]);
            else if (candidates.Count == 0) warnings.Add($"The study '{study.Name}' has no lesion mask among the truth.");
            else warnings.Add($"The study '{study.Name}' has {candidates.Count} lesion masks ({string.Join(", ", candidates.Select(c => $"'{c.Mask}'"))}), so none is used. Leave one in the truth folder or name it alone.");
        }

        HashSet<TruthSource> known = [.. studies.SelectMany(s => CandidatesFor(s, studies))];
        WarnOfUnused([.. Masks.Where(m => !known.Contains(m))], warnings);
        return new(pairs, warnings);
    }

    private static void WarnOfUnused(List<TruthSource> unused, List<string> warnings)
    {
        // One study of a large data set is often looked at alone; hundreds of sentences would hide the rest.
        if (unused.Count > MostNamed)
            warnings.Add($"{unused.Count} lesion masks belong to no study, among them '{unused[0].Mask}' and '{unused[^1].Mask}'.");
        else
            warnings.AddRange(unused.Select(m => $"The lesion mask '{m.Mask}' belongs to no study: there is none named '{m.Name}'."));
    }

    private static IReadOnlyList<ImageName> InFolder(string folder, List<string> warnings)
    {
        string derivatives = Path.Combine(folder, "derivatives");
        if (Directory.Exists(derivatives))
        {
            IReadOnlyList<ImageName> derived = FolderWalk.Images(derivatives, rawOnly: false, warnings);
            if (derived.Any(i => i.Role == ImageRole.Mask)) return [.. derived.Where(i => i.Role == ImageRole.Mask)];
        }

        IReadOnlyList<ImageName> images = FolderWalk.Images(folder, rawOnly: false, warnings);
        ImageRole wanted = images.Any(i => i.Role == ImageRole.Mask) ? ImageRole.Mask : ImageRole.Unknown;
        return [.. images.Where(i => i.Role == wanted)];
    }

    private List<TruthSource> CandidatesFor(StudySource study, IReadOnlyList<StudySource> studies)
    {
        List<TruthSource> ofSubject = [.. Masks.Where(m => m.Subject == study.Subject)];
        List<TruthSource> exact = [.. ofSubject.Where(m => m.Session == study.Session)];
        if (exact.Count > 0) return exact;
        if (studies.Count(s => s.Subject == study.Subject) == 1 && ofSubject.TrueForAll(m => m.Session is null || study.Session is null) && ofSubject.Count > 0) return ofSubject;
        bool sayOtherwise = ImageName.Parse(Masks[0].Mask).IsBids && ImageName.Parse(study.Dwi).IsBids;
        return _isSingleFile && studies.Count == 1 && !sayOtherwise ? [Masks[0]] : [];
    }

    private static IReadOnlyList<TruthSource> Sorted(IEnumerable<ImageName> masks) =>
        [.. masks.Select(m => new TruthSource(m.Subject, m.Session, m.Path)).OrderBy(m => m.Subject, StringComparer.Ordinal)
            .ThenBy(m => m.Session, StringComparer.Ordinal).ThenBy(m => m.Mask, StringComparer.Ordinal)];
}
