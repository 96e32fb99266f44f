using System.Runtime.InteropServices;

namespace StrokeFramework.Host.Packages;

/// <summary>Puts a finished folder in a place in one step, so that somebody who looks sees the old one or the new one.</summary>
public static partial class FolderSwap
{
    private const int CurrentFolder = -100, Exchange = 2;

    /// <summary>Moves a folder to a place. What stood there afterwards stands where the folder was.</summary>
    /// <param name="finished">The folder to move.</param>
    /// <param name="place">Where to.</param>
    /// <returns>Whether something stood there.</returns>
    /// <exception cref="IOException">It cannot be moved.</exception>
    public static bool Put(string finished, string place)
    {
        ArgumentException.ThrowIfNullOrEmpty(finished);
        ArgumentException.ThrowIfNullOrEmpty(place);
        if (!Directory.Exists(place))
        {
            Directory.Move(finished, place);
            return false;
        }

        if (OperatingSystem.IsLinux() && RenameAt2(CurrentFolder, finished, CurrentFolder, place, Exchange) == 0) return true;
        // Other systems and some network disks need two steps: a crash between them leaves the old folder under a hidden name.
        string aside = finished + ".old";
        Directory.Move(place, aside);
        Directory.Move(finished, place);
        Directory.Move(aside, finished);
        return true;
    }

    [LibraryImport("libc", EntryPoint = "renameat2", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int RenameAt2(int oldFolder, string oldPath, int newFolder, string newPath, uint flags);
}
