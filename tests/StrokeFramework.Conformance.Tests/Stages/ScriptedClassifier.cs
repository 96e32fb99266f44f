using System.Globalization;

namespace StrokeFramework.Conformance.Tests.Stages;

/// <summary>A classifier that gives each class its share of the training rows, and breaks one rule if a test says so.</summary>
[Stage("scripted-classifier", "1.0.0", Title = "Scripted", Description = "Gives each class its share.", Citation = "None.")]
public sealed class ScriptedClassifier(ClassifierFault fault = ClassifierFault.None) : Classifier<NoSettings>
{
    private const string Mark = "shares";

    public override IClassifierModel Train(LabelledFeatures examples, StageContext context)
    {
        context.CancellationToken.ThrowIfCancellationRequested();
        string[] classes = [.. examples.Labels.Distinct().Order(StringComparer.Ordinal)];
        if (classes.Length < (fault == ClassifierFault.TakesOneClass ? 1 : 2)) throw new StageException("The training rows are of fewer than two classes. Give rows of each.");
        double[] shares = [.. classes.Select(c => examples.Labels.Count(l => l == c) / (double)examples.Labels.Count)];
        return new Model(classes, examples.Features.Schema.Hash, shares, fault);
    }

    public override IClassifierModel Load(Stream stream)
    {
        using var reader = new StreamReader(stream);
        string[] lines = reader.ReadToEnd().Split('\n');
        if (fault != ClassifierFault.ReadsAnything && (lines.Length != 5 || lines[0] != Mark)) throw new InvalidDataException("This is no model of shares.");
        if (fault == ClassifierFault.ReadsAnything && lines.Length < 4) return new Model(["a"], "", [1], fault);
        return new Model(lines[1].Split(' '), lines[2], [.. lines[3].Split(' ').Select(s => double.Parse(s, CultureInfo.InvariantCulture))], fault);
    }

    private sealed class Model(string[] classes, string hash, double[] shares, ClassifierFault fault) : IClassifierModel
    {
        public IReadOnlyList<string> Classes => classes;

        public string FeatureSchemaHash => hash;

        public ClassProbabilities Predict(FeatureTable features)
        {
            if (features.Schema.Hash != hash) throw new StageException("These are other features than those of the training.");
            double[] row = fault == ClassifierFault.DoesNotSumToOne ? [.. shares.Select(s => s / 2)] : shares;
            return new(classes, [.. features.Rows.Select(_ => new ReadOnlyMemory<double>(row))], "share of the training rows");
        }

        public void Save(Stream stream)
        {
            string format = fault == ClassifierFault.SavesTooFewDigits ? "0.0" : "R";
            string text = string.Join('\n', Mark, string.Join(' ', classes), hash, string.Join(' ', shares.Select(s => s.ToString(format, CultureInfo.InvariantCulture))), "");
            stream.Write(System.Text.Encoding.UTF8.GetBytes(text));
        }
    }
}
