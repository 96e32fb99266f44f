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

    private static void WriteRow(TextWriter output, IReadOnlyList<string> cells, int[] widths) =>
        output.WriteLine(string.Join("  ", cells.Select((c, n) => c.PadRight(widths[n]))).TrimEnd());
}
