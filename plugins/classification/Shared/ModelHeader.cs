using System.Text;

namespace StrokeFramework.Classification;

/// <summary>What every model of a classifier begins with: its features, their spread, and its classes.</summary>
/// <param name="Features">The features.</param>
/// <param name="Standardizer">Mean and deviation of each feature over the training rows.</param>
/// <param name="Classes">The class names in ordinal order, at least two.</param>
internal sealed record ModelHeader(FeatureNames Features, Standardizer Standardizer, IReadOnlyList<string> Classes)
{
    private const int MostFeatures = 100_000, MostClasses = 1000;

    /// <summary>Writes the header.</summary>
    public void Write(BinaryWriter writer)
    {
        WriteText(writer, Features.SchemaHash);
        writer.Write(Features.Names.Count);
        for (int f = 0; f < Features.Names.Count; f++)
        {
            WriteText(writer, Features.Names[f]);
            writer.Write(Standardizer.Means[f]);
            writer.Write(Standardizer.Deviations[f]);
        }

        writer.Write(Classes.Count);
        foreach (string name in Classes) WriteText(writer, name);
    }

    /// <summary>Reads a header.</summary>
    /// <exception cref="InvalidDataException">It could not have been written.</exception>
    public static ModelHeader Read(ref ModelReader reader)
    {
        string hash = reader.Text();
        int features = reader.Count("features", 1, MostFeatures, 2 * sizeof(double));
        var names = new string[features];
        var standardizer = new Standardizer(new double[features], new double[features]);
        for (int f = 0; f < features; f++)
        {
            names[f] = reader.Text();
            standardizer.Means[f] = reader.Finite();
            standardizer.Deviations[f] = reader.Finite();
            if (standardizer.Deviations[f] < 0) throw new InvalidDataException("A standard deviation in the model is negative.");
        }

        var classes = new string[reader.Count("classes", 2, MostClasses, sizeof(int))];
        for (int c = 0; c < classes.Length; c++)
        {
            classes[c] = reader.Text();
            if (c > 0 && string.CompareOrdinal(classes[c - 1], classes[c]) >= 0) throw new InvalidDataException("The classes of the model are not in order.");
        }

        return new(new(hash, names), standardizer, classes);
    }

    private static void WriteText(BinaryWriter writer, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        writer.Write(bytes.Length);
        writer.Write(bytes);
    }
}
