namespace StrokeFramework.Cli.Watching;

/// <summary>How another program ended.</summary>
/// <param name="ExitCode">Its exit status.</param>
/// <param name="Output">What it wrote, errors as well; empty when that went to the user.</param>
internal sealed record CommandResult(int ExitCode, string Output);
