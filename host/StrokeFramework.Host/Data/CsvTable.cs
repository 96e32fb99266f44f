using System.Globalization;
using CsvHelper;

namespace StrokeFramework.Host.Data;

/// <summary>Writes comma-separated tables: UTF-8, one line feed per row, numbers in full and with a point.</summary>
public static class CsvTable
{
    private static readonly CsvWriterOptions Options = new() { NewLine = "\n" };

    /// <summary>Writes a table, complete or not at all.</summary>
    /// <param name="path">The file.</param>
    /// <param name="header">The column names.</param>
    /// <param name="rows">The cells, as many per row as there are columns.</param>
    /// <exception cref="DataException">The file cannot be written.</exception>
    public static void Write(string path, IEnumerable<string> header, IEnumerable<IEnumerable<string>> rows) => AtomicFile.Write(path, stream =>
    {
        using CsvWriter table = CsvWriter.Create(stream, Options, leaveOpen: true);
        table.WriteRecord([.. header]);
        foreach (IEnumerable<string> row in rows) table.WriteRecord([.. row]);
    });

    /// <summary>A number as it stands in a table: the shortest text that reads back exactly, <c>n/a</c> when it is missing.</summary>
    public static string Cell(double value) => double.IsNaN(value) ? "n/a" : value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A whole number as it stands in a table.</summary>
    public static string Cell(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A whole number as it stands in a table, empty when there is none.</summary>
    public static string Cell(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";
}
