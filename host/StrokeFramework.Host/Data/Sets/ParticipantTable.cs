using CsvHelper;

namespace StrokeFramework.Host.Data;

/// <summary>
/// Reads and writes <c>participants.tsv</c>, the table of a BIDS data set's patients, of which the columns
/// <c>participant_id</c> and <c>stroke_type</c> are used.
/// </summary>
public static class ParticipantTable
{
    private const string IdColumn = "participant_id";
    private const string TypeColumn = "stroke_type";
    private const string Prefix = "sub-";

    // BIDS tables have no quoting: a quote is a character like any other.
    private static readonly CsvReaderOptions Reading = new() { Separator = '\t', Mode = CsvMode.NoEscape, TrimWhitespace = true, TrackLineNumbers = true };

    private static readonly CsvWriterOptions Writing = new() { Separator = '\t', Mode = CsvMode.NoEscape, NewLine = "\n" };

    /// <summary>Reads a table.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The patients in the file's order. Without a <c>stroke_type</c> column every type is unknown.</returns>
    /// <exception cref="DataException">A column is missing, a patient stands there twice, or a stroke type does not exist.</exception>
    public static IReadOnlyList<Participant> Read(string path)
    {
        using FileStream stream = InputFile.Open(path);
        using CsvReader table = CsvReader.Create(stream, Reading, leaveOpen: true);
        try
        {
            return Read(table, path);
        }
        catch (CsvFormatException e)
        {
            throw new DataException($"'{path}' is not a table of participants: line {e.LineNumber} cannot be read.", e);
        }
        catch (IOException e)
        {
            throw InputFile.Translate(e, path);
        }
    }

    /// <summary>Writes a table with the columns <c>participant_id</c> and <c>stroke_type</c>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="participants">The patients, written in this order.</param>
    /// <exception cref="DataException">The file cannot be written; the message says why.</exception>
    public static void Write(string path, IEnumerable<Participant> participants)
    {
        ArgumentNullException.ThrowIfNull(participants);
        AtomicFile.Write(path, stream =>
        {
            using CsvWriter table = CsvWriter.Create(stream, Writing, leaveOpen: true);
            table.WriteRecord(IdColumn, TypeColumn);
            foreach (Participant participant in participants)
                table.WriteRecord(Prefix + participant.Subject, participant.StrokeType ?? "");
        });
    }

    private static List<Participant> Read(CsvReader table, string path)
    {
        if (!table.TryGetFieldIndex(IdColumn, out int idColumn))
            throw new DataException($"'{path}' is not a table of participants: it has no column '{IdColumn}' (columns are separated by tabs).");
        int? typeColumn = table.TryGetFieldIndex(TypeColumn, out int found) ? found : null;
        var participants = new List<Participant>();
        var lines = new Dictionary<string, long>(StringComparer.Ordinal);
        while (table.Read())
        {
            long line = table.LineNumber;
            string id = table.GetString(idColumn);
            string subject = id.StartsWith(Prefix, StringComparison.Ordinal) ? id[Prefix.Length..] : id;
            if (subject.Length == 0) throw new DataException($"'{path}', line {line}: the participant has no '{IdColumn}'.");
            if (!lines.TryAdd(subject, line))
                throw new DataException($"'{path}', line {line}: '{id}' stands there already in line {lines[subject]}. Each participant has one line.");
            participants.Add(new(subject, typeColumn is { } column ? StrokeType(table.GetString(column), path, line) : null));
        }

        return participants;
    }

    private static string? StrokeType(string type, string path, long line)
    {
        if (type.Length == 0) return null;
        if (type == StrokeTypes.None || StrokeTypes.All.Contains(type)) return type;
        throw new DataException($"'{path}', line {line}: '{type}' is not a stroke type. Write one of {string.Join(", ", StrokeTypes.All)}, or {StrokeTypes.None} for no lesion.");
    }
}
