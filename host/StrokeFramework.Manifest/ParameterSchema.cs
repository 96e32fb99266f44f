using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;

namespace StrokeFramework.Manifest;

/// <summary>
/// Describes a settings record as JSON schema: types, limits, defaults, descriptions, and as <c>x-</c> keywords the
/// unit and where the default comes from. From this one description come validation, editor completion and the
/// parameter tables of reports.
/// </summary>
public static class ParameterSchema
{
    /// <summary>Keyword for the unit.</summary>
    public const string Unit = "x-unit";

    /// <summary>Keyword for the kind of origin of the default.</summary>
    public const string Origin = "x-provenance";

    /// <summary>Keyword for the source of, or reasoning for, the default.</summary>
    public const string OriginNote = "x-provenance-note";

    /// <summary>Keyword for former names, with what their numbers are multiplied by.</summary>
    public const string FormerNames = "x-former-names";

    /// <summary>Keyword for former choices, with the present ones.</summary>
    public const string FormerValues = "x-former-values";

    private static readonly JsonSchemaExporterOptions ExportOptions = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Transform };

    /// <summary>The schema of a settings record.</summary>
    /// <param name="settings">A record with a parameterless constructor.</param>
    public static JsonElement Describe(Type settings)
    {
        JsonNode schema = ParameterJson.Options.GetJsonSchemaAsNode(settings, ExportOptions);
        if (schema is JsonObject root)
        {
            root["additionalProperties"] = false;
            root["properties"] ??= new JsonObject();
        }

        return JsonSerializer.SerializeToElement(schema);
    }

    private static JsonNode Transform(JsonSchemaExporterContext context, JsonNode node)
    {
        if (node is not JsonObject schema || context.PropertyInfo is not { } property) return node;
        object[] attributes = property.AttributeProvider?.GetCustomAttributes(true) ?? [];
        foreach (object attribute in attributes) Apply(schema, attribute);
        if (property.Get is { } get && Activator.CreateInstance(property.DeclaringType) is { } defaults)
        {
            JsonNode? value = JsonSerializer.SerializeToNode(get(defaults), property.PropertyType, property.Options);
            if (value is not null) schema["default"] = value;
        }

        return schema;
    }

    private static JsonObject Member(JsonObject schema, string name)
    {
        if (schema[name] is JsonObject known) return known;
        var made = new JsonObject();
        schema[name] = made;
        return made;
    }

    private static void Apply(JsonObject schema, object attribute)
    {
        switch (attribute)
        {
            case DescriptionAttribute d: schema.Insert(0, "description", d.Description); break;
            case RangeAttribute r:
                schema[r.MinimumIsExclusive ? "exclusiveMinimum" : "minimum"] = Convert.ToDouble(r.Minimum, CultureInfo.InvariantCulture);
                schema[r.MaximumIsExclusive ? "exclusiveMaximum" : "maximum"] = Convert.ToDouble(r.Maximum, CultureInfo.InvariantCulture);
                break;
            case AllowedValuesAttribute a: schema["enum"] = new JsonArray([.. a.Values.Select(v => (JsonNode?)JsonValue.Create(v?.ToString()))]); break;
            case LengthAttribute l: (schema["minItems"], schema["maxItems"]) = (l.MinimumLength, l.MaximumLength); break;
            case StringLengthAttribute s: schema["maxLength"] = s.MaximumLength; break;
            case RegularExpressionAttribute x: schema["pattern"] = x.Pattern; break;
            case UnitAttribute u: schema[Unit] = u.Unit; break;
            case FormerNameAttribute n: Member(schema, FormerNames)[n.Name] = n.Scale; break;
            case FormerValueAttribute v: Member(schema, FormerValues)[v.Former] = v.Present; break;
            case ProvenanceAttribute p:
                schema[Origin] = JsonNamingPolicy.CamelCase.ConvertName(p.Provenance.ToString());
                if (p.Note.Length > 0) schema[OriginNote] = p.Note;
                break;
        }
    }
}
