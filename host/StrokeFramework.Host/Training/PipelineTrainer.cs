using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using StrokeFramework.Host.Caching;
using StrokeFramework.Host.Data;
using StrokeFramework.Host.Evaluation;
using StrokeFramework.Host.Execution;
using StrokeFramework.Host.Models;
using StrokeFramework.Host.Pipelines;

namespace StrokeFramework.Host.Training;

/// <summary>Fits the trainable nodes of a pipeline on all studies of a data set.</summary>
public static class PipelineTrainer
{
    /// <summary>Fits every classifier and gathers the models in one file.</summary>
    /// <param name="pipeline">The pipeline.</param>
    /// <param name="examples">The studies, see <see cref="ExampleCollector"/>.</param>
    /// <param name="source">Which lesions were measured.</param>
    /// <param name="program">The program's version.</param>
    /// <param name="threads">Threads to use.</param>
    /// <param name="cancellation">The user's wish to stop.</param>
    /// <param name="cache">Keeps models between runs; or null.</param>
    /// <param name="learned">What learned from images before, to go into the same file; or null.</param>
    /// <exception cref="DataException">There is nothing to train, or a classifier refuses the rows.</exception>
    public static TrainingResult Train(PreparedPipeline pipeline, IReadOnlyList<StudyExample> examples, LesionSource source, string program, int threads, CancellationToken cancellation, ResultCache? cache = null, ImageTrainingResult? learned = null)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        ArgumentNullException.ThrowIfNull(examples);
        if (!pipeline.TrainableNodes.Any()) throw new DataException($"The pipeline '{pipeline.Plan.Definition.Name}' has no node that is trained.");
        List<NodeModel> models = [.. learned?.Models ?? []];
        List<TrainedNode> trained = [.. learned?.Nodes ?? []];
        foreach (PreparedNode node in pipeline.Classifiers)
        {
            FittedClassifier fitted = ClassifierTrainer.Fit(node, examples, pipeline.Plan.Definition.Seed, threads, cache, "training on all studies", cancellation);
            string[] labels = [.. examples.SelectMany(e => e.Rows[node.Plan.Name]).Select(l => l.Label).OfType<string>().Where(l => l != StrokeTypes.None)];
            trained.Add(new(node.Plan.Name, labels.GroupBy(l => l, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal), fitted.Time, [.. fitted.Remarks.Select(r => r.Message)], fitted.FromCache));
            models.Add(NodeModels.Describe(node, fitted.Model, fitted.Model.Classes, fitted.Model.FeatureSchemaHash, [.. pipeline.SchemaFor(node).Columns.Select(c => c.Name)]));
        }

        var description = new ModelDescription
        {
            Pipeline = pipeline.Plan.Definition.Name,
            Program = program,
            Seed = pipeline.Plan.Definition.Seed,
            Lesions = source == LesionSource.Truth ? "truth" : "segmented",
            Studies = examples.ToDictionary(e => e.Source.Name, e => e.StrokeType, StringComparer.Ordinal),
            DataHash = HashOf(examples),
            Card = Card(
                pipeline.Plan.Definition,
                $"Trained on {examples.Count} studies of {examples.Select(e => e.Source.Subject).Distinct().Count()} patients, on {(source == LesionSource.Truth ? "the experts' masks" : "the lesions that the pipeline segments")}.",
                trained),
        };
        return new(new ModelFile(description, models), trained);
    }

    /// <summary>The model file of a pipeline in which nothing but learners from images is trained.</summary>
    /// <param name="learned">What learned.</param>
    /// <param name="source">What it learned from.</param>
    /// <param name="program">The program's version.</param>
    public static TrainingResult Gather(ImageTrainingResult learned, IImageSource source, string program)
    {
        ArgumentNullException.ThrowIfNull(learned);
        ArgumentNullException.ThrowIfNull(source);
        PipelineDefinition definition = learned.Pipeline.Plan.Definition;
        var description = new ModelDescription
        {
            Pipeline = definition.Name,
            Program = program,
            Seed = definition.Seed,
            Lesions = "truth",
            Studies = source.Studies,
            DataHash = source.DataHash,
            Card = Card(definition, source.Description, learned.Nodes),
        };
        return new(new ModelFile(description, learned.Models), learned.Nodes);
    }

    private static string HashOf(IReadOnlyList<StudyExample> examples)
    {
        var text = new StringBuilder();
        foreach (StudyExample example in examples)
        {
            foreach ((string file, string hash) in example.InputHashes) text.Append(CultureInfo.InvariantCulture, $"{example.Source.Name}\t{file}\t{hash}\n");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static string Card(PipelineDefinition pipeline, string data, IReadOnlyList<TrainedNode> trained)
    {
        var card = new StringBuilder();
        card.Append(CultureInfo.InvariantCulture, $"# {pipeline.Name}\n\n");
        card.Append("Research software, not a medical device: not for diagnosis.\n\n");
        card.Append(CultureInfo.InvariantCulture, $"{data} Seed {pipeline.Seed}.\n");
        foreach (TrainedNode node in trained)
        {
            card.Append(CultureInfo.InvariantCulture, $"\n## {node.Node}\n\n");
            foreach ((string label, int rows) in node.Rows.OrderBy(r => r.Key, StringComparer.Ordinal)) card.Append(CultureInfo.InvariantCulture, $"- {label}: {rows}\n");
        }

        return card.ToString();
    }
}
