namespace StrokeFramework.Conformance.Tests.Stages;

/// <summary>A detector as it should be: learns the classes' names and boxes the brightest voxel of each slice.</summary>
[Stage("brightest-box", "1.0.0", Title = "Brightest box", Description = "Boxes the brightest voxel.", Citation = "None.")]
public sealed class BrightestBoxDetector : Detector<NoSettings>
{
    private const uint Mark = 0xB0B0B0B0;

    public override IDetectorModel Train(IReadOnlyList<DetectionExample> examples, StageContext context)
    {
        string[] classes = [.. examples.SelectMany(e => e.Truth).Select(d => d.Label).Distinct().Order(StringComparer.Ordinal)];
        return classes.Length > 0 ? new Model(classes) : throw new StageException("No example has a box. Give some that have.");
    }

    public override IDetectorModel Load(Stream stream)
    {
        try
        {
            using var reader = new BinaryReader(stream);
            if (reader.ReadUInt32() != Mark) throw new InvalidDataException("This is no model of brightest-box.");
            var classes = new string[reader.ReadInt32()];
            for (int c = 0; c < classes.Length; c++) classes[c] = reader.ReadString();
            return new Model(classes);
        }
        catch (EndOfStreamException e)
        {
            throw new InvalidDataException("The model is cut short.", e);
        }
    }

    private sealed class Model(string[] classes) : IDetectorModel
    {
        public IReadOnlyList<string> Classes => classes;

        public IReadOnlyList<Detection> Detect(DiffusionStudy study, StageContext context)
        {
            GridSize size = study.Geometry.Size;
            var found = new List<Detection>();
            for (int k = 0; k < size.K; k++)
            {
                context.CancellationToken.ThrowIfCancellationRequested();
                ReadOnlySpan<float> slice = study.Dwi.Slice(k).Span;
                int best = 0;
                for (int v = 1; v < slice.Length; v++)
                {
                    if (slice[v] > slice[best]) best = v;
                }

                int i = best % size.I, j = best / size.I;
                found.Add(new(new(k, i - 0.5, j - 0.5, i + 0.5, j + 0.5), classes[0], 0.5));
            }

            return found;
        }

        public void Save(Stream stream)
        {
            using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
            writer.Write(Mark);
            writer.Write(classes.Length);
            foreach (string name in classes) writer.Write(name);
        }
    }
}
