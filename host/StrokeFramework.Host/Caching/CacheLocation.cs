namespace StrokeFramework.Host.Caching;

/// <summary>Where results are kept when nobody says where.</summary>
public static class CacheLocation
{
    /// <summary>The environment variable that names the folder; <c>off</c> turns the cache off.</summary>
    public const string FolderVariable = "STROKE_CACHE";

    /// <summary>The environment variable that names the limit.</summary>
    public const string LimitVariable = "STROKE_CACHE_LIMIT";

    /// <summary>What <see cref="FolderVariable"/> says to turn the cache off.</summary>
    public const string Off = "off";

    /// <summary>The user's own cache folder; null when the user has no home.</summary>
    /// <param name="variable">Gives an environment variable, or null.</param>
    public static string? OfUser(Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        if (OperatingSystem.IsWindows())
        {
            string local = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
            return local.Length == 0 ? null : Path.Combine(local, "stroke", "cache");
        }

        // The XDG base directory specification: a relative path is to be ignored.
        if (variable("XDG_CACHE_HOME") is { } set && Path.IsPathRooted(set)) return Path.Combine(set, "stroke");
        return variable("HOME") is { Length: > 0 } home ? Path.Combine(home, ".cache", "stroke") : null;
    }
}
