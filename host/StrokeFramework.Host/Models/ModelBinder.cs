using StrokeFramework.Host.Execution;
using StrokeFramework.Host.Pipelines;
using StrokeFramework.Host.Plugins;
using StrokeFramework.Manifest;

namespace StrokeFramework.Host.Models;

/// <summary>Puts trained models into a pipeline's nodes after checking that they were made for it.</summary>
public static class ModelBinder
{
    /// <summary>
    /// Binds a model to every node that needs one: from the given file, or from the file that the graph names.
    /// </summary>
    /// <param name="pipeline">The pipeline.</param>
    /// <param name="modelFile">The file given by <c>--model</c>, or null.</param>
    /// <exception cref="ModelException">A model is missing, damaged or made for another graph.</exception>
    public static PreparedPipeline Bind(PreparedPipeline pipeline, string? modelFile)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        PreparedPipeline bound = Bind(pipeline, [.. pipeline.TrainableNodes], modelFile);
        if (modelFile is not null && !pipeline.TrainableNodes.Any())
            throw new ModelException($"The pipeline '{pipeline.Plan.Definition.File}' has no node that takes a model, but --model names '{modelFile}'. Leave it out.");
        return bound;
    }

    /// <summary>
    /// Prepares a plan and binds its models, as the two would do one after the other: networks are read while other plugins
    /// are loaded, for they take as long.
    /// </summary>
    /// <param name="plan">The plan.</param>
    /// <param name="host">Loads the plugins.</param>
    /// <param name="modelFile">The file given by <c>--model</c>, or null.</param>
    /// <exception cref="PluginException">A plugin cannot be loaded.</exception>
    /// <exception cref="PipelineException">A stage refuses its parameters.</exception>
    /// <exception cref="ModelException">A model is missing, damaged or made for another graph.</exception>
    public static PreparedPipeline Prepare(PipelinePlan plan, PluginHost host, string? modelFile)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(host);
        PreparedPipeline prepared = PreparedPipeline.Prepare(plan, host, node => StagePorts.LearnsFromImages(node.Plan.Stage.Stage.Kind) ? node.With(ReadFor(node)) : node);
        return Bind(prepared, modelFile);

        IModel ReadFor(PreparedNode node)
        {
            string path = PathFor(plan, node, modelFile);
            return Load(node, null, ModelFile.Read(path), path);
        }
    }

    /// <summary>Binds a model to every node that learns from images, and leaves classifiers without.</summary>
    /// <param name="pipeline">The pipeline.</param>
    /// <param name="modelFile">The file given by <c>--model</c>, or null.</param>
    /// <exception cref="ModelException">A model is missing, damaged or made for another graph.</exception>
    public static PreparedPipeline BindImageLearners(PreparedPipeline pipeline, string? modelFile)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        return Bind(pipeline, [.. pipeline.ImageLearners], modelFile);
    }

    /// <summary>Reads a node's model from a file, to start its training from.</summary>
    /// <exception cref="ModelException">The file is damaged, or holds no model of the node's stage.</exception>
    internal static IModel Read(PreparedPipeline pipeline, PreparedNode node, string modelFile) => Load(node, SchemaOf(pipeline, node), ModelFile.Read(modelFile), modelFile);

    private static PreparedPipeline Bind(PreparedPipeline pipeline, IReadOnlyList<PreparedNode> nodes, string? modelFile)
    {
        var files = new Dictionary<string, ModelFile>(StringComparer.Ordinal);
        var models = new Dictionary<string, IModel>(StringComparer.Ordinal);
        foreach (PreparedNode node in nodes.Where(n => n.Model is null))
        {
            string path = PathFor(pipeline.Plan, node, modelFile);
            if (!files.TryGetValue(path, out ModelFile? file)) files[path] = file = ModelFile.Read(path);
            models[node.Plan.Name] = Load(node, SchemaOf(pipeline, node), file, path);
        }

        return pipeline.With(models);
    }

    private static string PathFor(PipelinePlan plan, PreparedNode node, string? modelFile) => modelFile ?? node.Plan.ModelPath ?? throw new ModelException(
        $"The node '{node.Plan.Name}' uses '{node.Plan.Stage.Stage.Id}', which has to be trained first. Train it with 'stroke train {plan.Definition.File} --data DIR --out FILE', then give --model FILE.");

    private static FeatureSchema? SchemaOf(PreparedPipeline pipeline, PreparedNode node) => node.Plan.Stage.Stage.Kind == StageKind.Classifier ? pipeline.SchemaFor(node) : null;

    // The schema is that of the features which a classifier is given.
    private static IModel Load(PreparedNode node, FeatureSchema? schema, ModelFile file, string path)
    {
        StageManifest stage = node.Plan.Stage.Stage;
        NodeModel model = file.Nodes.FirstOrDefault(m => m.Node == node.Plan.Name)
            ?? throw new ModelException($"The model '{path}' holds nothing for the node '{node.Plan.Name}', only for {string.Join(", ", file.Nodes.Select(n => $"'{n.Node}'"))}. Train this pipeline, or name its node as the model does.");
        if (model.Stage != stage.Id)
            throw new ModelException($"The model '{path}' was trained with '{model.Stage}' in the node '{model.Node}', and the pipeline has '{stage.Id}' there. Train it again with 'stroke train', or use '{model.Stage}'.");
        if (model.AlgorithmVersion != stage.AlgorithmVersion)
            throw new ModelException($"The model '{path}' was trained with '{model.Stage}' of algorithm version {model.AlgorithmVersion}, and {node.Plan.Stage.Plugin.Name} has {stage.AlgorithmVersion}. Train it again, or install {model.Plugin} {model.PluginVersion}.");
        if (schema is not null && schema.Hash != model.FeatureSchemaHash)
        {
            throw new ModelException(
                $"The model '{path}' was trained on other features ({string.Join(", ", model.Features)}) than the pipeline gives to '{node.Plan.Name}' ({string.Join(", ", schema.Columns.Select(c => c.Name))}). Train it again, or use the features it was trained on.");
        }

        try
        {
            using var content = new MemoryStream(model.Content.ToArray(), writable: false);
            return node.Stage switch
            {
                IClassifier classifier => classifier.Load(content),
                IDetector detector => detector.Load(content),
                ILearnedSegmenter segmenter => segmenter.Load(content),
                _ => throw new InvalidOperationException($"'{stage.Id}' takes no model."),
            };
        }
        catch (InvalidDataException e)
        {
            throw new ModelException($"The model '{path}' cannot be used by '{stage.Id}': {e.Message}", e);
        }
        catch (StageException e)
        {
            throw new ModelException($"'{stage.Id}' cannot use its model here: {e.Message}", e);
        }
    }
}
