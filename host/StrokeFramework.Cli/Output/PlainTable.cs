using System.Text;

namespace StrokeFramework.Cli.Output;

/// <summary>A table of aligned columns in plain text, which starts faster than any library and pipes well.</summary>
internal static class PlainTable
{
    public static void Write(TextWriter output, IReadOnlyList<string> header, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var widths = new int[header.Count];
        for (int c = 0; c < widths.Length; c++)
        {
            widths[c] = header[c].Length;
            foreach (IReadOnlyList<string> row in rows) widths[c] = Math.Max(widths[c], row[c].Length);
        }

        // In one go: a console hands on every single write to the system.
        var text = new StringBuilder();
        WriteRow(text, header, widths);
        foreach (IReadOnlyList<string> row in rows) WriteRow(text, row, widths);
        output.Write(text.ToString());
    }

    private static void WriteRow(StringBuilder text, IReadOnlyList<string> cells, int[] widths)
    {
        int last = cells.Count - 1;
        while (last > 0 && cells[last].Length == 0) last--;
        for (int c = 0; c <= last; c++)
        {
            text.Append(cells[c]);
            if (c < last) text.Append(' ', widths[c] + 2 - cells[c].Length);
        }

        text.AppendLine();
    }
}
