using StrokeFramework.Host.Data;

namespace StrokeFramework.Phantom;

/// <summary>
/// Real anatomy and real lesion outlines: tissue probability maps and lesion masks in MNI space. Either part may be
/// missing. Masks are read when first drawn; safe to share between threads.
/// </summary>
public sealed class TemplateLibrary
{
    private static readonly string[] MapNames = ["scgrey", "scwhite", "sccsf"];

    private readonly TissueProbabilities? _tissues;
    private readonly IReadOnlyList<Lazy<MaskField>> _masks;

    private TemplateLibrary(TissueProbabilities? tissues, IReadOnlyList<Lazy<MaskField>> masks) => (_tissues, _masks) = (tissues, masks);

    /// <summary>Whether brains come from tissue maps rather than formulas.</summary>
    public bool HasAnatomy => _tissues is not null;

    /// <summary>Whether infarcts take their outlines from real masks.</summary>
    public bool HasMasks => _masks.Count > 0;

    /// <summary>Opens a library.</summary>
    /// <param name="anatomyFolder">A folder with <c>scgrey</c>, <c>scwhite</c> and <c>sccsf</c> (<c>.nii</c> or <c>.nii.gz</c>), or null.</param>
    /// <param name="lesionsFolder">A folder of lesion masks in MNI space, or null.</param>
    /// <exception cref="DataException">A folder or file cannot be used; the message says why.</exception>
    public static TemplateLibrary Open(string? anatomyFolder, string? lesionsFolder)
    {
        TissueProbabilities? tissues = anatomyFolder is null ? null : ReadTissues(anatomyFolder);
        return new(tissues, lesionsFolder is null ? [] : ListMasks(lesionsFolder));
    }

    /// <summary>A subject's brain from the tissue maps, or null without them.</summary>
    public IAnatomy? CreateAnatomy(PhantomRandom random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return _tissues is null ? null : new TemplateAnatomy(_tissues, random);
    }

    /// <summary>Draws a mask with its flip and jitter.</summary>
    internal MaskShape DrawMask(PhantomRandom random) => new(_masks[random.NextInt(_masks.Count)].Value, random);

    /// <summary>Draws a mask with its flip and a jitter of the caller's.</summary>
    internal MaskShape DrawMask(PhantomRandom random, ParameterRange scale, float shift) => new(_masks[random.NextInt(_masks.Count)].Value, random, scale, shift);

    private static TissueProbabilities ReadTissues(string folder)
    {
        Volume<float>[] maps = [.. MapNames.Select(name => NiftiFile.Read(Find(folder, name)).Volume)];
        foreach (Volume<float> map in maps)
        {
            if (maps[0].Geometry.DescribeMismatch(map.Geometry) is { } mismatch)
                throw new DataException($"The tissue maps in '{folder}' do not fit together: {mismatch}.");
        }

        return new(maps[0], maps[1], maps[2]);
    }

    /// <summary>The path of a template image, compressed or not.</summary>
    /// <exception cref="DataException">The folder has no such image.</exception>
    internal static string Find(string folder, string name)
    {
        foreach (string ending in (string[])[".nii.gz", ".nii"])
        {
            string path = Path.Combine(folder, name + ending);
            if (File.Exists(path)) return path;
        }

        throw new DataException($"'{folder}' has no '{name}.nii.gz'; an anatomy folder holds {string.Join(", ", MapNames)}.");
    }

    private static List<Lazy<MaskField>> ListMasks(string folder)
    {
        if (!Directory.Exists(folder)) throw new DataException($"The folder of lesion masks '{folder}' does not exist.");
        List<string> files = [.. Directory.EnumerateFiles(folder).Where(f => f.EndsWith(".nii.gz", StringComparison.Ordinal) || f.EndsWith(".nii", StringComparison.Ordinal))];
        if (files.Count == 0) throw new DataException($"The folder '{folder}' holds no lesion mask (.nii or .nii.gz).");
        // The file system's order differs between machines; names do not.
        files.Sort(StringComparer.Ordinal);
        return [.. files.Select(file => new Lazy<MaskField>(() => MaskField.Read(file)))];
    }
}
