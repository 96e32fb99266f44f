namespace StrokeFramework.Host.Packages;

/// <summary>What an installation did.</summary>
public enum InstallResult
{
    /// <summary>The plugin is new on the shelf.</summary>
    Installed,

    /// <summary>It took the place of other content under the same version.</summary>
    Replaced,

    /// <summary>The same plugin stood there already; nothing was done.</summary>
    AlreadyThere,
}
