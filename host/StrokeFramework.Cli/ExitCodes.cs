namespace StrokeFramework.Cli;

/// <summary>What the command line's exit status means.</summary>
internal static class ExitCodes
{
    /// <summary>All well.</summary>
    public const int Success = 0;

    /// <summary>A study failed; the others are done.</summary>
    public const int StudyFailed = 1;

    /// <summary>A plugin failed a conformance check; the others are done.</summary>
    public const int CheckFailed = 1;

    /// <summary>The request was wrong and nothing ran.</summary>
    public const int BadRequest = 2;

    /// <summary>A fault in the program itself (sysexits.h calls it EX_SOFTWARE).</summary>
    public const int InternalError = 70;

    /// <summary>Cancelled by the user.</summary>
    public const int Cancelled = 130;
}
