using System.Runtime.InteropServices;

namespace StrokeFramework.Cli;

/// <summary>
/// Ends the process without the destructors of native libraries and the runtime's own clearing up. After a network was used
/// they take some percent of a short run, and give back memory that the operating system takes back anyway. Whatever has to be
/// closed is closed before: files by their owners, the console's writers here.
/// </summary>
internal static partial class QuickExit
{
    /// <summary>Ends the process; on systems where that isn't known to be sound, it only gives the code back.</summary>
    /// <param name="code">The exit code.</param>
    public static int With(int code)
    {
        if (!OperatingSystem.IsLinux()) return code;
        Console.Out.Flush();
        Console.Error.Flush();
        EndProcess(code);
        return code;
    }

    [LibraryImport("libc", EntryPoint = "_exit")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void EndProcess(int code);
}
