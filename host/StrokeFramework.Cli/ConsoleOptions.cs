namespace StrokeFramework.Cli;

/// <summary>How much the command line says.</summary>
internal sealed class ConsoleOptions
{
    /// <summary>Whether faults are shown with the place where they happened.</summary>
    public bool Verbose { get; set; }
}
