namespace StrokeFramework.Host.Packages;

/// <summary>Which paths and names a package may bring: those that mean the same place on every system, inside the plugin's folder.</summary>
internal static class PackagePath
{
    private const string Forbidden = "<>:\"|?*\\";

    private static readonly string[] Devices =
    [
        "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$",
        .. Enumerable.Range(0, 10).SelectMany(n => new[] { $"COM{n}", $"LPT{n}" }),
    ];

    /// <summary>Null when a path stays inside its folder everywhere; otherwise what is wrong with it, as a phrase.</summary>
    public static string? Describe(string path)
    {
        if (path.Length == 0) return "is empty";
        if (path.Length > PackageLimits.PathLength) return $"is longer than {PackageLimits.PathLength} characters";
        if (path[0] is '/' or '\\' || (path.Length > 1 && path[1] == ':')) return "is an absolute path";
        if (path[^1] == '/') return "is a folder, and a package holds files only";
        foreach (string part in path.Split('/'))
        {
            if (part is "..") return "leads out of the plugin's folder";
            if (DescribeName(part) is { } wrong) return wrong;
        }

        return null;
    }

    /// <summary>Null when a name can be a file's or folder's on every system; otherwise what is wrong with it, as a phrase.</summary>
    public static string? DescribeName(string name)
    {
        if (name.Length == 0) return "has an empty part";
        if (name.StartsWith('.')) return "starts with a dot, as hidden files do";
        if (name[^1] is '.' or ' ') return "ends with a dot or a space, which some systems drop";
        if (name.Any(c => char.IsControl(c) || Forbidden.Contains(c, StringComparison.Ordinal))) return "holds a character that is not allowed in file names";
        if (Devices.Contains(name.Split('.')[0].TrimEnd(), StringComparer.OrdinalIgnoreCase)) return "is the name of a device on some systems";
        return null;
    }
}
