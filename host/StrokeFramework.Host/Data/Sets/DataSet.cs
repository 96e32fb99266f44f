namespace StrokeFramework.Host.Data;

/// <summary>
/// The studies of a file or folder. Understood are a single NIfTI or PNG file, a folder of loose files
/// (<c>name_dwi.nii.gz</c> with <c>name_adc.nii.gz</c> and <c>name_b0.nii.gz</c>), a folder per patient, and the
/// ISLES'22 and BIDS layouts with or without <c>rawdata</c>, sessions and the <c>dwi</c> level.
/// </summary>
/// <remarks>
/// In BIDS names a DWI is <c>*_dwi</c> (or <c>*_trace</c>), an ADC map <c>*_adc</c> or <c>*_desc-adc_dwi</c>, a b = 0 image
/// <c>*_b0</c>, <c>*_sbref</c>, <c>*_desc-b0_dwi</c> or <c>*_acq-b0_dwi</c>. Hidden files and the folders
/// <c>derivatives</c>, <c>sourcedata</c>, <c>code</c> and <c>stimuli</c> hold no studies.
/// </remarks>
public sealed class DataSet
{
    private DataSet(string root, IReadOnlyList<StudySource> studies, IReadOnlyList<string> warnings) =>
        (Root, Studies, Warnings) = (root, studies, warnings);

    /// <summary>The folder that was given, or the one that the given file lies in.</summary>
    public string Root { get; }

    /// <summary>The studies, ordered by subject and session; at least one.</summary>
    public IReadOnlyList<StudySource> Studies { get; }

    /// <summary>Sentences on what was left out or chosen.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>The data set's <c>participants.tsv</c>, in its root, in <c>rawdata</c> or beside <c>rawdata</c>, or null.</summary>
    public string? ParticipantsFile
    {
        get
        {
            string[] folders = [Root, Path.Combine(Root, "rawdata"), Path.GetFileName(Root) == "rawdata" ? Path.GetDirectoryName(Root)! : Root];
            return folders.Select(f => Path.Combine(f, "participants.tsv")).FirstOrDefault(File.Exists);
        }
    }

    /// <summary>Finds the studies of a file or folder.</summary>
    /// <param name="path">A DWI or a folder.</param>
    /// <param name="adc">The ADC map to use, when exactly one study is meant.</param>
    /// <param name="b0">The b = 0 image to use, when exactly one study is meant.</param>
    /// <exception cref="DataException">Nothing usable is there; the message says what was looked for.</exception>
    public static DataSet Open(string path, string? adc = null, string? b0 = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var warnings = new List<string>();
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        IReadOnlyList<StudySource> studies = Directory.Exists(full) ? FromFolder(full, warnings) : [FromFile(full, path, warnings)];
        if ((adc ?? b0) is { } named && studies.Count > 1)
            throw new DataException($"'{named}' belongs to one study, but '{path}' holds {studies.Count}. Give the DWI's file instead of the folder.");
        if (adc is not null) studies = [studies[0] with { Adc = Existing(adc) }];
        if (b0 is not null) studies = [studies[0] with { B0 = Existing(b0) }];
        return new(Directory.Exists(full) ? full : Path.GetDirectoryName(full)!, studies, warnings);
    }

    private static IReadOnlyList<StudySource> FromFolder(string folder, List<string> warnings)
    {
        IReadOnlyList<StudySource> studies = StudyFinder.Find(FolderWalk.Images(folder, rawOnly: true, warnings), warnings);
        if (studies.Count > 0) return studies;
        string why = warnings.Count > 0 ? " " + string.Join(' ', warnings) : "";
        throw new DataException($"No study was found in '{folder}'. Looked for are names like 'sub-01_dwi.nii.gz', 'name_dwi.nii.gz' or 'name.png' in it and its folders; DICOM has to be converted first, for example with dcm2niix.{why}");
    }

    private static StudySource FromFile(string full, string path, List<string> warnings)
    {
        Existing(full, path);
        if (!ImageName.IsImage(full))
            throw new DataException($"'{path}' is neither a NIfTI file (.nii, .nii.gz) nor a PNG. Convert it first; dcm2niix does that for DICOM.");
        ImageName given = ImageName.Parse(full);
        if (given.Role is ImageRole.Adc or ImageRole.B0 or ImageRole.Mask)
            warnings.Add($"'{path}' is used as the DWI, though its name says otherwise.");

        // What lies beside a file that calls itself a DWI and shares its name is meant to go with it.
        IEnumerable<ImageName> partners = given.Role is not ImageRole.Dwi ? [] : Directory.EnumerateFiles(given.Folder)
            .Where(f => ImageName.IsImage(f) && !Path.GetFileName(f).StartsWith('.')).Order(StringComparer.Ordinal).Select(ImageName.Parse)
            .Where(i => i.Role is ImageRole.Adc or ImageRole.B0 && (i.IsBids, i.Subject, i.Session) == (given.IsBids, given.Subject, given.Session));
        return StudyFinder.Find([given with { Role = ImageRole.Dwi }, .. partners], warnings)[0];
    }

    private static string Existing(string path) => Existing(Path.GetFullPath(path), path);

    private static string Existing(string full, string path) =>
        File.Exists(full) ? full : throw new DataException($"'{path}' does not exist.");
}
