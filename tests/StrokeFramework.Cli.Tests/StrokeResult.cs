namespace StrokeFramework.Cli.Tests;

/// <summary>What a run of the program said and how it ended.</summary>
internal sealed record StrokeResult(int ExitCode, string Output, string Error);
