namespace StrokeFramework.Cli.Output;

/// <summary>A table on the terminal, as well as it can be shown there.</summary>
internal static class ConsoleTable
{
    public static void Write(IReadOnlyList<string> header, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        if (ProgressConsole.IsInteractive) FancyTable.Write(header, rows);
        else PlainTable.Write(Console.Out, header, rows);
    }
}
