namespace StrokeFramework.Host.Data;

/// <summary>
/// Lists the image files below a folder in a fixed order. Hidden entries are passed over; a folder that links lead to
/// more than once is visited once, so that circular links end.
/// </summary>
internal sealed class FolderWalk
{
    private static readonly HashSet<string> NotRaw = new(StringComparer.OrdinalIgnoreCase) { "derivatives", "sourcedata", "code", "stimuli" };

    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);
    private readonly List<ImageName> _found = [];
    private readonly List<string> _warnings;
    private readonly bool _rawOnly;

    private FolderWalk(List<string> warnings, bool rawOnly) => (_warnings, _rawOnly) = (warnings, rawOnly);

    /// <summary>Lists image files.</summary>
    /// <param name="root">Where to start.</param>
    /// <param name="rawOnly">Whether to pass over the folders that BIDS sets aside for results and sources.</param>
    /// <param name="warnings">Takes a sentence for every folder that cannot be read.</param>
    public static IReadOnlyList<ImageName> Images(string root, bool rawOnly, List<string> warnings)
    {
        var walk = new FolderWalk(warnings, rawOnly);
        walk.Visit(new DirectoryInfo(root), Path.GetFullPath(root));
        return walk._found;
    }

    private void Visit(DirectoryInfo folder, string real)
    {
        try
        {
            if (folder.ResolveLinkTarget(returnFinalTarget: true) is { } target) real = target.FullName;
            if (!_visited.Add(Path.TrimEndingDirectorySeparator(real))) return;
            foreach (FileSystemInfo entry in folder.GetFileSystemInfos().OrderBy(e => e.Name, StringComparer.Ordinal))
            {
                if (entry.Name.StartsWith('.')) continue;
                if (entry is not DirectoryInfo child)
                {
                    if (ImageName.IsImage(entry.Name)) _found.Add(ImageName.Parse(entry.FullName));
                }
                else if (!_rawOnly || !NotRaw.Contains(child.Name))
                {
                    Visit(child, Path.Combine(real, child.Name));
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _warnings.Add($"The folder '{folder.FullName}' could not be read and is left out: {e.Message.TrimEnd('.')}.");
        }
    }
}
