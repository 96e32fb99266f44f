using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using StrokeFramework.Manifest;

namespace StrokeFramework.Host.Pipelines;

/// <summary>Checks the parameters of a node against the schema in the plugin's manifest, without running the plugin.</summary>
internal static class ParameterChecker
{
    public static void Check(NodeDefinition node, JsonElement schema, DiagnosticBag bag)
    {
        JsonElement properties = schema.GetProperty("properties");
        foreach (LocatedMember parameter in node.Parameters)
        {
            if (properties.TryGetProperty(parameter.Name, out JsonElement property))
            {
                CheckValue(parameter.Name, parameter.Value, property, bag);
                continue;
            }

            string[] known = [.. properties.EnumerateObject().Select(p => p.Name)];
            bag.Add("SF1016", parameter.Value.Path, parameter.Position, $"The stage '{node.StageId}' has no parameter '{parameter.Name}'.",
                known.Length == 0 ? "It has none; remove this one." : NameSuggestion.Remedy(parameter.Name, known));
        }
    }

    private static void CheckValue(string name, LocatedJson value, JsonElement schema, DiagnosticBag bag)
    {
        if (schema.TryGetProperty("enum", out JsonElement allowed))
        {
            if (allowed.EnumerateArray().Any(a => JsonElement.DeepEquals(a, value.Value))) return;
            string[] names = [.. allowed.EnumerateArray().Where(a => a.ValueKind == JsonValueKind.String).Select(a => a.GetString()!)];
            bag.Add("SF1017", value, $"'{name}' cannot be {Show(value)}.",
                value.Kind == JsonValueKind.String ? NameSuggestion.Remedy(value.Value.GetString()!, names) : $"Write one of: {string.Join(", ", names)}.");
            return;
        }

        string[] types = TypesOf(schema);
        if (types.Length > 0 && !types.Any(t => Matches(value.Value, t)))
        {
            bag.Add("SF1017", value, $"'{name}' should be {string.Join(" or ", types.Select(Phrase))}, not {Show(value)}.", Describe(schema));
            return;
        }

        if (value.Kind == JsonValueKind.Number) CheckRange(name, value, schema, bag);
        if (value.Kind == JsonValueKind.Array && schema.TryGetProperty("items", out JsonElement items))
        {
            CheckCount(name, value, schema, bag);
            for (int n = 0; n < value.Items.Count; n++) CheckValue($"{name}[{n}]", value.Items[n], items, bag);
        }

        if (value.Kind == JsonValueKind.String && schema.TryGetProperty("pattern", out JsonElement pattern)
            && !Regex.IsMatch(value.Value.GetString()!, pattern.GetString()!, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)))
        {
            bag.Add("SF1017", value, $"'{name}' cannot be {Show(value)}.", $"It should match {pattern.GetString()}.");
        }
    }

    private static void CheckRange(string name, LocatedJson value, JsonElement schema, DiagnosticBag bag)
    {
        double number = value.Value.GetDouble();
        bool low = (Limit(schema, "minimum") is { } min && number < min) || (Limit(schema, "exclusiveMinimum") is { } xmin && number <= xmin);
        bool high = (Limit(schema, "maximum") is { } max && number > max) || (Limit(schema, "exclusiveMaximum") is { } xmax && number >= xmax);
        if (low || high) bag.Add("SF1017", value, $"'{name}' is {Show(value)}, which is too {(low ? "small" : "large")}.", Describe(schema));
    }

    private static void CheckCount(string name, LocatedJson value, JsonElement schema, DiagnosticBag bag)
    {
        double? min = Limit(schema, "minItems"), max = Limit(schema, "maxItems");
        if (value.Items.Count < min || value.Items.Count > max)
            bag.Add("SF1017", value, $"'{name}' has {value.Items.Count} items.", $"Give {min ?? 0} to {max?.ToString(CultureInfo.InvariantCulture) ?? "any number"}.");
    }

    /// <summary>The range, unit and default of a parameter, as a remedy.</summary>
    private static string Describe(JsonElement schema)
    {
        string unit = schema.TryGetProperty(ParameterSchema.Unit, out JsonElement u) ? " " + u.GetString() : "";
        double? min = Limit(schema, "minimum") ?? Limit(schema, "exclusiveMinimum"), max = Limit(schema, "maximum") ?? Limit(schema, "exclusiveMaximum");
        string range = (min, max) switch
        {
            ({ } a, { } b) => string.Create(CultureInfo.InvariantCulture, $"Write a value from {a} to {b}{unit}"),
            ({ } a, null) => string.Create(CultureInfo.InvariantCulture, $"Write at least {a}{unit}"),
            (null, { } b) => string.Create(CultureInfo.InvariantCulture, $"Write at most {b}{unit}"),
            _ => "",
        };
        string otherwise = schema.TryGetProperty("default", out JsonElement d) ? $"the default is {d.GetRawText()}" : "";
        return (range, otherwise) switch
        {
            ("", "") => "",
            ("", _) => $"For comparison, {otherwise}{unit}.",
            (_, "") => range + ".",
            _ => $"{range}; {otherwise}.",
        };
    }

    private static double? Limit(JsonElement schema, string name) =>
        schema.TryGetProperty(name, out JsonElement limit) && limit.ValueKind == JsonValueKind.Number ? limit.GetDouble() : null;

    private static string[] TypesOf(JsonElement schema)
    {
        if (!schema.TryGetProperty("type", out JsonElement type)) return [];
        return type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(t => t.GetString()!)] : [type.GetString()!];
    }

    private static bool Matches(JsonElement value, string type) => type switch
    {
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        "array" => value.ValueKind == JsonValueKind.Array,
        "object" => value.ValueKind == JsonValueKind.Object,
        _ => true,
    };

    private static string Phrase(string type) => type switch
    {
        "integer" => "a whole number",
        "number" => "a number",
        "string" => "a text",
        "boolean" => "true or false",
        "array" => "a list",
        "object" => "an object",
        _ => type,
    };

    private static string Show(LocatedJson value)
    {
        string text = value.Value.GetRawText();
        return text.Length <= 60 ? text : text[..57] + "...";
    }
}
