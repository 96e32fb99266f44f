using Spectre.Console;

namespace StrokeFramework.Cli.Output;

/// <summary>A table for a terminal that can show more than plain text.</summary>
internal static class FancyTable
{
    public static void Write(IReadOnlyList<string> header, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        Table table = new Table().Border(TableBorder.Rounded);
        for (int c = 0; c < header.Count; c++)
        {
            var column = new TableColumn(Markup.Escape(header[c]));
            table.AddColumn(c == 0 ? column : column.RightAligned());
        }

        foreach (IReadOnlyList<string> row in rows) table.AddRow([.. row.Select(Markup.Escape)]);
        AnsiConsole.Write(table);
    }
}
