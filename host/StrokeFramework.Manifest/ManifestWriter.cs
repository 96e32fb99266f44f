using System.Text.Encodings.Web;
using System.Text.Json;

namespace StrokeFramework.Manifest;

/// <summary>Writes <c>plugin.json</c> and <c>runtime.json</c>.</summary>
public static class ManifestWriter
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The manifest as UTF-8 JSON; the same manifest gives the same bytes.</summary>
    public static byte[] ToJson(PluginManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        return Write(json =>
        {
            json.WriteNumber("manifest", PluginManifest.Format);
            json.WriteString("id", manifest.Id);
            json.WriteString("version", manifest.Version);
            json.WriteString("description", manifest.Description);
            json.WriteString("contract", manifest.Contract.ToString(2));
            json.WriteString("targetFramework", manifest.TargetFramework);
            json.WriteString("runtimeIdentifier", manifest.RuntimeIdentifier);
            json.WriteString("entryAssembly", manifest.EntryAssembly);
            WriteMap(json, "runtimes", manifest.Runtimes);
            json.WriteStartArray("stages");
            foreach (StageManifest stage in manifest.Stages.OrderBy(s => s.Id, StringComparer.Ordinal)) WriteStage(json, stage);
            json.WriteEndArray();
            WriteMap(json, "files", manifest.Files);
        });
    }

    /// <summary>The manifest as UTF-8 JSON; the same manifest gives the same bytes.</summary>
    public static byte[] ToJson(RuntimeManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        return Write(json =>
        {
            json.WriteString("id", manifest.Id);
            json.WriteString("version", manifest.Version);
            json.WriteString("runtimeIdentifier", manifest.RuntimeIdentifier);
            json.WriteString("entryAssembly", manifest.EntryAssembly);
            json.WriteStartArray("assemblies");
            foreach (string assembly in manifest.Assemblies.Order(StringComparer.Ordinal)) json.WriteStringValue(assembly);
            json.WriteEndArray();
            WriteMap(json, "files", manifest.Files);
        });
    }

    private static void WriteStage(Utf8JsonWriter json, StageManifest stage)
    {
        json.WriteStartObject();
        json.WriteString("id", stage.Id);
        json.WriteString("kind", StageKinds.NameOf(stage.Kind));
        json.WriteString("algorithmVersion", stage.AlgorithmVersion);
        json.WriteString("title", stage.Title);
        json.WriteString("description", stage.Description);
        json.WriteString("citation", stage.Citation);
        WriteTraits(json, "needs", stage.Needs);
        WriteTraits(json, "provides", stage.Provides);
        if (stage.FormerIds.Count > 0)
        {
            json.WriteStartArray("formerIds");
            foreach (string id in stage.FormerIds) json.WriteStringValue(id);
            json.WriteEndArray();
        }

        if (stage.GraphsSince.Length > 0) json.WriteString("graphsSince", stage.GraphsSince);
        json.WritePropertyName("parameters");
        stage.Parameters.WriteTo(json);
        json.WriteEndObject();
    }

    private static void WriteTraits(Utf8JsonWriter json, string name, StudyTraits traits)
    {
        json.WriteStartArray(name);
        foreach (StudyTraits trait in StudyTraitNames.Split(traits)) json.WriteStringValue(StudyTraitNames.NameOf(trait));
        json.WriteEndArray();
    }

    private static void WriteMap(Utf8JsonWriter json, string name, IReadOnlyDictionary<string, string> map)
    {
        json.WriteStartObject(name);
        foreach ((string key, string value) in map.OrderBy(m => m.Key, StringComparer.Ordinal)) json.WriteString(key, value);
        json.WriteEndObject();
    }

    private static byte[] Write(Action<Utf8JsonWriter> members)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }
}
