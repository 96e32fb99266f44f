namespace StrokeFramework.Host.Caching;

/// <summary>Writes and reads what a stage wanted shown. Maps stand in it by their hash alone.</summary>
internal static class DiagnosticCodec
{
    private enum Kind : byte
    {
        Scalar = 1,
        Curve,
        Matrix,
        Map,
        Table,
    }

    /// <summary>The maps among diagnostics.</summary>
    public static IEnumerable<Volume<float>> VolumesOf(IEnumerable<Diagnostic> diagnostics) => diagnostics.OfType<MapDiagnostic>().Select(m => m.Values);

    /// <summary>Writes a diagnostic.</summary>
    /// <exception cref="ArgumentException">It is of a kind unknown to the host.</exception>
    public static void Write(BinaryWriter writer, Diagnostic diagnostic, Func<Volume<float>, string> hashOf)
    {
        writer.Write((byte)KindOf(diagnostic));
        writer.Write(diagnostic.Name);
        writer.Write(diagnostic.Caption);
        switch (diagnostic)
        {
            case ScalarDiagnostic scalar:
                writer.Write(scalar.Value);
                writer.Write(scalar.Unit);
                break;
            case CurveDiagnostic curve:
                Write(writer, curve);
                break;
            case MatrixDiagnostic matrix:
                writer.Write(matrix.Rows);
                writer.Write(matrix.Columns);
                writer.WriteNumbers(matrix.Values.Span);
                break;
            case MapDiagnostic map:
                writer.Write(hashOf(map.Values));
                writer.Write(map.Unit);
                break;
            case TableDiagnostic table:
                writer.WriteList(table.Header, writer.Write);
                writer.WriteList(table.Rows, row => writer.WriteList(row, writer.Write));
                break;
        }
    }

    /// <summary>Reads a diagnostic; null when its map is missing.</summary>
    /// <exception cref="InvalidDataException">The bytes hold none.</exception>
    public static Diagnostic? Read(BinaryReader reader, Func<string, Volume<float>?> volumeOf)
    {
        var kind = (Kind)reader.ReadByte();
        string name = reader.ReadString(), caption = reader.ReadString();
        switch (kind)
        {
            case Kind.Scalar:
                return new ScalarDiagnostic(name, caption, reader.ReadDouble(), reader.ReadString());
            case Kind.Curve:
                return ReadCurve(reader, name, caption);
            case Kind.Matrix:
                return new MatrixDiagnostic(name, caption, reader.ReadInt32(), reader.ReadInt32(), reader.ReadNumbers());
            case Kind.Map:
                Volume<float>? values = volumeOf(reader.ReadString());
                string unit = reader.ReadString();
                return values is null ? null : new MapDiagnostic(name, caption, values, unit);
            case Kind.Table:
                return new TableDiagnostic(name, caption, reader.ReadList(reader.ReadString), reader.ReadList(() => (IReadOnlyList<string>)reader.ReadList(reader.ReadString)));
            default:
                throw new InvalidDataException("An entry holds a diagnostic of no known kind.");
        }
    }

    private static Kind KindOf(Diagnostic diagnostic) => diagnostic switch
    {
        ScalarDiagnostic => Kind.Scalar,
        CurveDiagnostic => Kind.Curve,
        MatrixDiagnostic => Kind.Matrix,
        MapDiagnostic => Kind.Map,
        TableDiagnostic => Kind.Table,
        _ => throw new ArgumentException($"A {diagnostic.GetType().Name} is no diagnostic that the host knows.", nameof(diagnostic)),
    };

    private static void Write(BinaryWriter writer, CurveDiagnostic curve)
    {
        writer.Write(curve.XLabel);
        writer.Write(curve.YLabel);
        writer.WriteList(curve.Series, series =>
        {
            writer.Write(series.Label);
            writer.WriteNumbers([.. series.X]);
            writer.WriteNumbers([.. series.Y]);
        });
        writer.Write(curve.Marks is not null);
        if (curve.Marks is null) return;
        writer.WriteList([.. curve.Marks], mark =>
        {
            writer.Write(mark.Key);
            writer.Write(mark.Value);
        });
    }

    private static CurveDiagnostic ReadCurve(BinaryReader reader, string name, string caption)
    {
        string x = reader.ReadString(), y = reader.ReadString();
        List<CurveSeries> series = reader.ReadList(() => new CurveSeries(reader.ReadString(), reader.ReadNumbers(), reader.ReadNumbers()));
        if (!reader.ReadBoolean()) return new(name, caption, x, y, series);
        // In the order in which the stage gave them: a report may draw in that order.
        var marks = new OrderedDictionary<string, double>(StringComparer.Ordinal);
        foreach ((string mark, double position) in reader.ReadList(() => (reader.ReadString(), reader.ReadDouble()))) marks[mark] = position;
        return new(name, caption, x, y, series, marks);
    }
}
