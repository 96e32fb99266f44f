namespace StrokeFramework.Cli.Watching;

/// <summary>How a build ended.</summary>
/// <param name="Succeeded">Whether the plugin is built.</param>
/// <param name="Errors">What is wrong, a line each, in the order of the build; empty when nothing is.</param>
/// <param name="Time">How long it took.</param>
internal sealed record BuildResult(bool Succeeded, IReadOnlyList<string> Errors, TimeSpan Time);
