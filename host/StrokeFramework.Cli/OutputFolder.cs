using StrokeFramework.Host.Data;

namespace StrokeFramework.Cli;

/// <summary>Finds out before a long run whether its results can be written.</summary>
internal static class OutputFolder
{
    public static void Check(string folder)
    {
        if (File.Exists(folder)) throw new RequestException($"'{folder}' is a file; --out wants a folder.");
        string probe = Path.Combine(folder, ".stroke-probe");
        AtomicFile.WriteText(probe, "");
        File.Delete(probe);
    }
}
