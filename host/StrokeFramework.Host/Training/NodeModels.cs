using System.Security.Cryptography;
using StrokeFramework.Host.Execution;
using StrokeFramework.Host.Models;
using StrokeFramework.Manifest;

namespace StrokeFramework.Host.Training;

/// <summary>Describes what was trained for the model file.</summary>
internal static class NodeModels
{
    /// <summary>A node's model with what it was made by.</summary>
    public static NodeModel Describe(PreparedNode node, IModel model, IReadOnlyList<string> classes, string featureSchemaHash, IReadOnlyList<string> features)
    {
        using var content = new MemoryStream();
        model.Save(content);
        PluginManifest plugin = node.Plan.Stage.Plugin.Manifest!;
        return new NodeModel
        {
            Node = node.Plan.Name,
            Stage = node.Plan.Stage.Stage.Id,
            AlgorithmVersion = node.Plan.Stage.Stage.AlgorithmVersion,
            Plugin = plugin.Id,
            PluginVersion = plugin.Version,
            Parameters = node.Settings,
            Classes = classes,
            FeatureSchemaHash = featureSchemaHash,
            Features = features,
            Content = content.ToArray(),
        };
    }

    /// <summary>SHA-256 of a model file.</summary>
    /// <exception cref="ModelException">It cannot be read.</exception>
    public static string HashOfFile(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            return Convert.ToHexStringLower(SHA256.HashData(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ModelException($"The model '{path}' cannot be read: {e.Message}", e);
        }
    }
}
