using StrokeFramework.Conformance.Runs;

namespace StrokeFramework.Conformance.Checks;

/// <summary>Whether a stage leaves files in the temporary or the current folder.</summary>
internal static class FileCheck
{
    public static CheckFailure? Run(Bench bench)
    {
        using var folders = new WatchedFolders();
        bench.Answer(bench.Subject.Create(), bench.Driver.Usual(), bench.Options.Threads, watched: true);
        string[] left = folders.Left();
        return left.Length == 0
            ? null
            : new("Nothing is left in the temporary and in the current folder.", $"It left {string.Join(", ", left.Take(4))}{(left.Length > 4 ? $" and {left.Length - 4} more" : "")}.", "Delete temporary files in a finally block; give what users should see to context.Diagnostics.");
    }
}
