namespace StrokeFramework.Cli.Watching;

/// <summary>An edit that has come to rest.</summary>
/// <param name="Sources">The files after it.</param>
/// <param name="Files">Those that changed.</param>
/// <param name="SavedAt">When the last of them was saved, in UTC; not before the files were last seen unchanged.</param>
internal sealed record WatchChange(SourceSnapshot Sources, IReadOnlyList<string> Files, DateTime SavedAt);
