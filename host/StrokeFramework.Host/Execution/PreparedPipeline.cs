using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Text.Json;
using StrokeFramework.Host.Pipelines;
using StrokeFramework.Host.Plugins;
using StrokeFramework.Manifest;

namespace StrokeFramework.Host.Execution;

/// <summary>A plan whose plugins are loaded and whose stages are configured: one instance per node, used for every study.</summary>
public sealed class PreparedPipeline
{
    internal PreparedPipeline(PipelinePlan plan, IReadOnlyList<PreparedNode> nodes) => (Plan, Nodes) = (plan, nodes);

    /// <summary>The plan.</summary>
    public PipelinePlan Plan { get; }

    /// <summary>The nodes, each after those that feed it.</summary>
    public IReadOnlyList<PreparedNode> Nodes { get; }

    /// <summary>Loads the plugins of a plan and configures their stages.</summary>
    /// <exception cref="PluginException">A plugin cannot be loaded.</exception>
    /// <exception cref="PipelineException">A stage refuses its parameters.</exception>
    public static PreparedPipeline Prepare(PipelinePlan plan, PluginHost host) => Prepare(plan, host, n => n);

    /// <summary>Prepares a plan, and puts into each node, as soon as its plugin is there, what else it needs.</summary>
    internal static PreparedPipeline Prepare(PipelinePlan plan, PluginHost host, Func<PreparedNode, PreparedNode> complete)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(host);
        var nodes = new PreparedNode?[plan.Nodes.Count];
        var bag = new DiagnosticBag();
        var failures = new Exception?[nodes.Length];
        // Loading takes longer than many a stage's work.
        Parallel.For(0, nodes.Length, n =>
        {
            try
            {
                if (Prepare(plan, plan.Nodes[n], host, bag) is { } node) nodes[n] = complete(node);
            }
            catch (Exception e)
            {
                failures[n] = e;
            }
        });
        // What is said depends on the graph, not on which plugin was quicker; and a plugin that is not there comes before a model.
        if ((failures.FirstOrDefault(f => f is PluginException) ?? failures.FirstOrDefault(f => f is not null)) is { } failure) ExceptionDispatchInfo.Throw(failure);
        if (bag.Count > 0) throw new PipelineException(plan.Definition.File, bag.Items);
        return new(plan, nodes!);
    }

    private static PreparedNode? Prepare(PipelinePlan plan, PlannedNode node, PluginHost host, DiagnosticBag bag)
    {
        IStage stage = host.Create(node.Stage);
        LocatedJson at = plan.Definition.Nodes.First(n => n.Name == node.Name).Location;
        return Configure(node, stage, at, bag) is { } settings ? new(node, stage, settings) { Runtimes = host.RuntimesOf(node.Stage.Plugin) } : null;
    }

    /// <summary>The nodes that work by a trained model.</summary>
    public IEnumerable<PreparedNode> TrainableNodes => Nodes.Where(n => StagePorts.IsTrainable(n.Plan.Stage.Stage.Kind));

    /// <summary>The nodes that learn to name lesions from their features.</summary>
    public IEnumerable<PreparedNode> Classifiers => Nodes.Where(n => n.Plan.Stage.Stage.Kind == StageKind.Classifier);

    /// <summary>The nodes that learn from images with true masks.</summary>
    public IEnumerable<PreparedNode> ImageLearners => Nodes.Where(n => StagePorts.LearnsFromImages(n.Plan.Stage.Stage.Kind));

    /// <summary>The part that some outputs need, see <see cref="PipelinePlan.For"/>.</summary>
    public PreparedPipeline For(IReadOnlyList<PlannedOutput> outputs, Func<PlannedNode, string, bool>? cut = null)
    {
        PipelinePlan plan = Plan.For(outputs, cut);
        return new(plan, [.. plan.Nodes.Select(p => Nodes.First(n => n.Plan.Name == p.Name).With(p))]);
    }

    /// <summary>The pipeline with trained models in its nodes.</summary>
    public PreparedPipeline With(IReadOnlyDictionary<string, IModel> models)
    {
        ArgumentNullException.ThrowIfNull(models);
        return new(Plan, [.. Nodes.Select(n => models.TryGetValue(n.Plan.Name, out IModel? model) ? n.With(model) : n)]);
    }

    /// <summary>The schema of the features that feed a classifier.</summary>
    public FeatureSchema SchemaFor(PreparedNode classifier)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        PreparedNode source = Nodes.First(n => n.Plan.Name == classifier.Plan.Inputs["features"]);
        return ((IFeatureExtractor)source.Stage).Schema;
    }

    private static JsonElement? Configure(PlannedNode node, IStage stage, LocatedJson at, DiagnosticBag bag)
    {
        try
        {
            object settings = JsonSerializer.Deserialize(ToObject(node.Parameters), stage.SettingsType, ParameterJson.Options)!;
            foreach (PropertyInfo property in stage.SettingsType.GetProperties())
            {
                foreach (ValidationAttribute rule in property.GetCustomAttributes<ValidationAttribute>())
                {
                    string name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
                    if (!rule.IsValid(property.GetValue(settings))) bag.Add("SF1017", at, $"A parameter of '{node.Name}' is not allowed: {rule.FormatErrorMessage(name)}");
                }
            }

            stage.Configure(settings);
            return JsonSerializer.SerializeToElement(settings, stage.SettingsType, ParameterJson.Options);
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            bag.Add("SF1017", at, $"The parameters of '{node.Name}' do not fit: {e.Message}");
            return null;
        }
    }

    private static byte[] ToObject(IReadOnlyList<LocatedMember> parameters)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (LocatedMember parameter in parameters)
            {
                json.WritePropertyName(parameter.Name);
                parameter.Value.Value.WriteTo(json);
            }

            json.WriteEndObject();
        }

        return buffer.ToArray();
    }
}
