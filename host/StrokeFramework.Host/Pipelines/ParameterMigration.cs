using System.Globalization;
using System.Text.Json;
using StrokeFramework.Manifest;

namespace StrokeFramework.Host.Pipelines;

/// <summary>Turns the parameters of an old graph into those of the stage as it is now, by what the plugin's manifest declares.</summary>
internal static class ParameterMigration
{
    /// <summary>Renames parameters and choices that the schema knows by former names.</summary>
    /// <param name="node">The node.</param>
    /// <param name="schema">The parameter schema of the stage.</param>
    /// <param name="changes">Gets a phrase for each change.</param>
    /// <returns>The node, with present names alone where it had former ones.</returns>
    public static NodeDefinition Apply(NodeDefinition node, JsonElement schema, List<string> changes)
    {
        if (node.Parameters.Count == 0) return node;
        JsonElement properties = schema.GetProperty("properties");
        List<LocatedMember> migrated = [];
        foreach (LocatedMember parameter in node.Parameters)
        {
            LocatedMember now = properties.TryGetProperty(parameter.Name, out _) ? parameter : Rename(node, parameter, properties, changes);
            if (properties.TryGetProperty(now.Name, out JsonElement property)) now = Rechoose(now, property, changes);
            migrated.Add(now);
        }

        return node with { Parameters = migrated };
    }

    private static LocatedMember Rename(NodeDefinition node, LocatedMember parameter, JsonElement properties, List<string> changes)
    {
        foreach (JsonProperty property in properties.EnumerateObject())
        {
            if (!property.Value.TryGetProperty(ParameterSchema.FormerNames, out JsonElement names) || !names.TryGetProperty(parameter.Name, out JsonElement scale)) continue;
            // Given under both names, the former one is a mistake that the checker reports.
            if (node.Parameters.Any(p => p.Name == property.Name)) return parameter;
            double factor = scale.GetDouble();
            if (factor == 1 || parameter.Value.Kind != JsonValueKind.Number)
            {
                changes.Add($"'{parameter.Name}' is '{property.Name}' now");
                return parameter with { Name = property.Name };
            }

            double value = parameter.Value.Value.GetDouble() * factor;
            changes.Add(string.Create(CultureInfo.InvariantCulture, $"'{parameter.Name}' {parameter.Value.Value.GetRawText()} is '{property.Name}' {value:R} now"));
            return parameter with { Name = property.Name, Value = At(parameter, JsonSerializer.SerializeToElement(value)) };
        }

        return parameter;
    }

    private static LocatedMember Rechoose(LocatedMember parameter, JsonElement property, List<string> changes)
    {
        if (parameter.Value.Kind != JsonValueKind.String || !property.TryGetProperty(ParameterSchema.FormerValues, out JsonElement values)
            || !values.TryGetProperty(parameter.Value.Value.GetString()!, out JsonElement present))
        {
            return parameter;
        }

        changes.Add($"'{parameter.Name}' \"{parameter.Value.Value.GetString()}\" is \"{present.GetString()}\" now");
        return parameter with { Value = At(parameter, present.Clone()) };
    }

    private static LocatedJson At(LocatedMember parameter, JsonElement value) => new(value, parameter.Value.Path, parameter.Value.Position, [], []);
}
