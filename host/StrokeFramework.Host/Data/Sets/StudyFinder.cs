namespace StrokeFramework.Host.Data;

/// <summary>Makes studies of the image files that were found, saying whatever is not clear.</summary>
internal static class StudyFinder
{
    /// <summary>The studies among image files, ordered by subject and session.</summary>
    public static IReadOnlyList<StudySource> Find(IReadOnlyList<ImageName> images, List<string> warnings)
    {
        var studies = new List<StudySource>();
        foreach (IGrouping<(string Subject, string? Session), ImageName> group in Group(images.Where(IsPartOfStudy)))
        {
            List<ImageName> dwi = [.. group.Where(i => i.Role is ImageRole.Dwi)];
            // A loose file whose name says nothing is a DWI of its own unless there is one that says so.
            if (dwi.Count == 0) dwi = [.. group.Where(i => i.Role is ImageRole.Unknown)];
            string name = new StudySource(group.Key.Subject, group.Key.Session, "").Name;
            if (dwi.Count == 0)
            {
                warnings.Add($"'{name}' has no DWI (only '{Path.GetFileName(group.First().Path)}') and is left out.");
                continue;
            }

            if (dwi.Count > 1) warnings.Add(Several(name, "DWI", dwi) + " Give another one as a file of its own to use it.");
            ImageName chosen = dwi[0];
            studies.Add(new(chosen.Subject, chosen.Session, chosen.Path, Partner(ImageRole.Adc, "ADC map"), Partner(ImageRole.B0, "b0 image")));

            string? Partner(ImageRole role, string what)
            {
                List<ImageName> all = [.. group.Where(i => i.Role == role)];
                List<ImageName> near = [.. all.Where(i => i.Stem == chosen.Stem && i.Folder == chosen.Folder)];
                if (near.Count > 0) all = near;
                if (all.Count > 1) warnings.Add(Several(name, what, all));
                return all.FirstOrDefault()?.Path;
            }
        }

        return [.. studies.OrderBy(s => s.Subject, StringComparer.Ordinal).ThenBy(s => s.Session, StringComparer.Ordinal)];
    }

    /// <summary>
    /// Images by subject and session. Loose files of one name in several folders are told apart by the folder's name.
    /// </summary>
    public static IEnumerable<IGrouping<(string Subject, string? Session), ImageName>> Group(IEnumerable<ImageName> images)
    {
        List<ImageName> all = [.. images];
        HashSet<string> shared = [.. all.Where(i => !i.IsBids).GroupBy(i => i.Subject, StringComparer.Ordinal)
            .Where(g => g.Select(i => i.Folder).Distinct().Skip(1).Any()).Select(g => g.Key)];
        return all.Select(i => !i.IsBids && shared.Contains(i.Subject) ? i.QualifiedByFolder() : i).GroupBy(i => (i.Subject, i.Session));
    }

    private static bool IsPartOfStudy(ImageName image) =>
        image.Role is ImageRole.Dwi or ImageRole.Adc or ImageRole.B0 || (image.Role is ImageRole.Unknown && !image.IsBids);

    private static string Several(string study, string what, List<ImageName> files) =>
        $"'{study}' has {files.Count} files that could be its {what}: {string.Join(", ", files.Select(f => $"'{f.Path}'"))}. The first is used.";
}
