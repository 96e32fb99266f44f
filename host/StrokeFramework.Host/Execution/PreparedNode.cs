using System.Security.Cryptography;
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

    /// <summary>SHA-256 of the model's bytes; null without a model.</summary>
    public string? ModelHash => Model is null ? null : field ??= HashOf(Model);

    internal IStage Stage { get; }

    /// <summary>The shared runtimes that the plugin uses: per id the version and a hash of the files.</summary>
    internal IReadOnlyDictionary<string, string> Runtimes { get; init; } = new Dictionary<string, string>();

    internal PreparedNode With(PlannedNode plan) => new(plan, Stage, Settings) { Model = Model, Runtimes = Runtimes };

    internal PreparedNode With(IModel model) => new(Plan, Stage, Settings) { Model = model, Runtimes = Runtimes };

    private static string HashOf(IModel model)
    {
        using var content = new MemoryStream();
        model.Save(content);
        return Convert.ToHexStringLower(SHA256.HashData(content.GetBuffer().AsSpan(0, (int)content.Length)));
    }
}
