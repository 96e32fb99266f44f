using StrokeFramework.Host.Evaluation;
using StrokeFramework.Host.Runs;
using StrokeFramework.Host.Training;

namespace StrokeFramework.Host.Caching;

/// <summary>Writes and reads what comparing a study's results with its truth gave.</summary>
internal static class ComparisonEntry
{
    /// <summary>The bytes of matched lesions.</summary>
    public static byte[] Write(MatchedLesions lesions) => Write(writer =>
    {
        ValueCodec.Write(writer, lesions.Table, static _ => throw new InvalidOperationException("A table holds no image."));
        writer.WriteNumbers([.. lesions.Volumes]);
        writer.WriteList(lesions.TruthLesions, t => writer.WriteOptional(t));
        writer.WriteNumbers([.. lesions.Missed]);
    });

    /// <summary>Reads matched lesions.</summary>
    /// <exception cref="InvalidDataException">The bytes hold none.</exception>
    public static MatchedLesions ReadLesions(ReadOnlyMemory<byte> content) => EntryReader.Parse(content, reader =>
    {
        var table = ValueCodec.Read(reader, static _ => null) as FeatureTable ?? throw new InvalidDataException("An entry holds no table.");
        double[] volumes = reader.ReadNumbers();
        List<int?> truthLesions = reader.ReadList(() => (int?)reader.ReadOptional());
        double[] missed = reader.ReadNumbers();
        if (truthLesions.Count != volumes.Length || table.Rows.Any(r => r.Lesion < 1 || r.Lesion > volumes.Length)) throw new InvalidDataException("The lesions of an entry do not fit its table.");
        return new MatchedLesions(table, volumes, truthLesions, missed);
    });

    /// <summary>The bytes of a segmentation's figures, without the output's name.</summary>
    public static byte[] Write(SegmentationSummary summary) => Write(writer =>
    {
        SegmentationMetrics metrics = summary.Metrics!;
        writer.Write(summary.Lesions);
        writer.Write(summary.Volume);
        foreach (long voxels in (ReadOnlySpan<long>)[metrics.Overlap.TruePositives, metrics.Overlap.FalsePositives, metrics.Overlap.FalseNegatives, metrics.Overlap.TrueNegatives]) writer.Write(voxels);
        writer.Write(metrics.Volume);
        writer.Write(metrics.TruthVolume);
        foreach (int count in (ReadOnlySpan<int>)[metrics.Lesions.Lesions, metrics.Lesions.TruthLesions, metrics.Lesions.Found, metrics.Lesions.False, metrics.LargeLesions.Lesions, metrics.LargeLesions.Found])
            writer.Write(count);
        writer.Write(metrics.HausdorffDistance95);
    });

    /// <summary>Reads a segmentation's figures.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="output">The output's name.</param>
    /// <exception cref="InvalidDataException">The bytes hold none.</exception>
    public static SegmentationSummary ReadSummary(ReadOnlyMemory<byte> content, string output) => EntryReader.Parse(content, reader => new SegmentationSummary(
        output,
        reader.ReadInt32(),
        reader.ReadDouble(),
        new SegmentationMetrics
        {
            Overlap = new(reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64()),
            Volume = reader.ReadDouble(),
            TruthVolume = reader.ReadDouble(),
            Lesions = new(reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32()),
            LargeLesions = new(reader.ReadInt32(), reader.ReadInt32()),
            HausdorffDistance95 = reader.ReadDouble(),
        }));

    private static byte[] Write(Action<BinaryWriter> write)
    {
        using var buffer = new MemoryStream();
        using var writer = new BinaryWriter(buffer);
        write(writer);
        return buffer.ToArray();
    }
}
