using System.Text.Json;
using StrokeFramework.Host.Pipelines;

namespace StrokeFramework.Host.Execution;

/// <summary>A node with its configured stage.</summary>
public sealed class PreparedNode
{
    internal PreparedNode(PlannedNode plan, IStage stage, JsonElement settings) => (Plan, Stage, Settings) = (plan, stage, settings);

    /// <summary>The node in the plan.</summary>
    public PlannedNode Plan { get; }

    /// <summary>Every parameter as it is used, defaults included, as a JSON object.</summary>
    public JsonElement Settings { get; }

    /// <summary>The trained model of a classifier or detector; null until one is bound.</summary>
    public IModel? Model { get; private init; }

    internal IStage Stage { get; }

    internal PreparedNode With(PlannedNode plan) => new(plan, Stage, Settings) { Model = Model };

    internal PreparedNode With(IModel model) => new(Plan, Stage, Settings) { Model = model };
}
