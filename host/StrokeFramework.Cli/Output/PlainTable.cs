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

        WriteRow(output, header, widths);
        foreach (IReadOnlyList<string> row in rows) WriteRow(output, row, widths);
    }

    private static void WriteRow(TextWriter output, IReadOnlyList<string> cells, int[] widths)
    {
        int last = cells.Count - 1;
        while (last > 0 && cells[last].Length == 0) last--;
        for (int c = 0; c <= last; c++)
        {
            output.Write(cells[c]);
            if (c == last) break;
            for (int space = cells[c].Length; space < widths[c] + 2; space++) output.Write(' ');
        }

        output.WriteLine();
    }
}
