namespace StrokeFramework.Host.Packages;

/// <summary>What a package may hold at most. Far more than any plugin needs, far less than fills a disk.</summary>
internal static class PackageLimits
{
    /// <summary>Files in a package.</summary>
    public const int Files = 2_000;

    /// <summary>Bytes of one unpacked file.</summary>
    public const long FileBytes = 1L << 29;

    /// <summary>Bytes of all unpacked files together.</summary>
    public const long TotalBytes = 1L << 30;

    /// <summary>Bytes of a file that is read into memory: the manifest and the list of hashes.</summary>
    public const long TextBytes = 1L << 22;

    /// <summary>Characters of a path inside a package.</summary>
    public const int PathLength = 200;
}
