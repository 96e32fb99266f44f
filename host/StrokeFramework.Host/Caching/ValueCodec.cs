namespace StrokeFramework.Host.Caching;

/// <summary>
/// Writes and reads what flows along an edge. Images stand in it by their hash alone, masks and labels in full.
/// </summary>
internal static class ValueCodec
{
    private enum Kind : byte
    {
        Study = 1,
        Segmentation,
        Features,
        Probabilities,
        Detections,
    }

    /// <summary>The images that a value holds.</summary>
    public static IEnumerable<Volume<float>> VolumesOf(object value) => value switch
    {
        DiffusionStudy study => ((Volume<float>?[])[study.Dwi, study.Adc, study.B0]).OfType<Volume<float>>(),
        Segmentation { Probability: { } probability } => [probability],
        _ => [],
    };

    /// <summary>Writes a value.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The value.</param>
    /// <param name="hashOf">Gives the hash of each of its images.</param>
    /// <exception cref="ArgumentException">The value is of no type that flows along an edge.</exception>
    public static void Write(BinaryWriter writer, object value, Func<Volume<float>, string> hashOf)
    {
        switch (value)
        {
            case DiffusionStudy study:
                writer.Write((byte)Kind.Study);
                Write(writer, study, hashOf);
                break;
            case Segmentation segmentation:
                writer.Write((byte)Kind.Segmentation);
                writer.WriteMask(segmentation.Labels);
                writer.WriteText(segmentation.Probability is { } probability ? hashOf(probability) : null);
                break;
            case FeatureTable table:
                writer.Write((byte)Kind.Features);
                Write(writer, table);
                break;
            case ClassProbabilities probabilities:
                writer.Write((byte)Kind.Probabilities);
                writer.WriteList(probabilities.Classes, writer.Write);
                writer.WriteList(probabilities.Rows, row => writer.WriteNumbers(row.Span));
                writer.Write(probabilities.Method);
                break;
            case IReadOnlyList<Detection> detections:
                writer.Write((byte)Kind.Detections);
                writer.WriteList(detections, detection => Write(writer, detection));
                break;
            default:
                throw new ArgumentException($"A {value.GetType().Name} is nothing that flows along an edge.", nameof(value));
        }
    }

    /// <summary>Reads a value; null when one of its images is missing.</summary>
    /// <param name="reader">Where from.</param>
    /// <param name="volumeOf">Gives an image by its hash, or null.</param>
    /// <exception cref="InvalidDataException">The bytes hold no value.</exception>
    public static object? Read(BinaryReader reader, Func<string, Volume<float>?> volumeOf) => (Kind)reader.ReadByte() switch
    {
        Kind.Study => ReadStudy(reader, volumeOf),
        Kind.Segmentation => ReadSegmentation(reader, volumeOf),
        Kind.Features => ReadTable(reader),
        Kind.Probabilities => new ClassProbabilities(reader.ReadList(reader.ReadString), reader.ReadList(() => (ReadOnlyMemory<double>)reader.ReadNumbers()), reader.ReadString()),
        Kind.Detections => reader.ReadList(() => ReadDetection(reader)),
        _ => throw new InvalidDataException("An entry holds a value of no known kind."),
    };

    private static void Write(BinaryWriter writer, DiffusionStudy study, Func<Volume<float>, string> hashOf)
    {
        writer.Write(study.Subject);
        writer.WriteText(study.Session);
        writer.WriteOptional(study.Acquisition.BValue);
        writer.WriteOptional(study.Acquisition.BitsStored);
        writer.WriteOptional(study.Acquisition.EchoTime);
        writer.Write(study.HasUnitIntensity);
        writer.Write(hashOf(study.Dwi));
        writer.WriteText(study.Adc is { } adc ? hashOf(adc) : null);
        writer.WriteText(study.B0 is { } b0 ? hashOf(b0) : null);
        writer.WriteMask(study.BrainMask);
    }

    private static DiffusionStudy? ReadStudy(BinaryReader reader, Func<string, Volume<float>?> volumeOf)
    {
        string subject = reader.ReadString();
        string? session = reader.ReadText();
        var acquisition = new Acquisition { BValue = reader.ReadOptional(), BitsStored = (int?)reader.ReadOptional(), EchoTime = reader.ReadOptional() };
        bool unit = reader.ReadBoolean();
        if (volumeOf(reader.ReadString()) is not { } dwi) return null;
        DiffusionStudy study = new DiffusionStudy(dwi, subject, session, acquisition).WithDwi(dwi, unit);
        if (reader.ReadText() is { } adcHash)
        {
            if (volumeOf(adcHash) is not { } adc) return null;
            study = study.WithAdc(adc);
        }

        if (reader.ReadText() is { } b0Hash)
        {
            if (volumeOf(b0Hash) is not { } b0) return null;
            study = study.WithB0(b0);
        }

        return reader.ReadMask() is { } mask ? study.WithBrainMask(mask) : study;
    }

    private static Segmentation? ReadSegmentation(BinaryReader reader, Func<string, Volume<float>?> volumeOf)
    {
        Volume<byte> labels = reader.ReadMask() ?? throw new InvalidDataException("A segmentation has no labels.");
        if (reader.ReadText() is not { } hash) return new(labels);
        return volumeOf(hash) is { } probability ? new(labels, probability) : null;
    }

    private static void Write(BinaryWriter writer, FeatureTable table)
    {
        writer.WriteList(table.Schema.Columns, column =>
        {
            writer.Write(column.Name);
            writer.Write(column.Unit);
            writer.Write(column.Description);
        });
        writer.WriteList(table.Rows, row =>
        {
            writer.Write(row.Lesion);
            writer.WriteOptional(row.Slice);
            writer.WriteNumbers(row.Values.Span);
        });
    }

    private static FeatureTable ReadTable(BinaryReader reader) => new(
        new FeatureSchema(reader.ReadList(() => new FeatureColumn(reader.ReadString(), reader.ReadString(), reader.ReadString()))),
        reader.ReadList(() => new FeatureRow(reader.ReadInt32(), (int?)reader.ReadOptional(), reader.ReadNumbers())));

    private static void Write(BinaryWriter writer, Detection detection)
    {
        writer.Write(detection.Box.Slice);
        writer.Write(detection.Box.MinI);
        writer.Write(detection.Box.MinJ);
        writer.Write(detection.Box.MaxI);
        writer.Write(detection.Box.MaxJ);
        writer.Write(detection.Label);
        writer.Write(detection.Score);
    }

    private static Detection ReadDetection(BinaryReader reader) => new(
        new SliceBox(reader.ReadInt32(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble()), reader.ReadString(), reader.ReadDouble());
}
