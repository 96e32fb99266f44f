using System.Text.Json;

namespace StrokeFramework.Manifest;

/// <summary>Reads <c>plugin.json</c> and <c>runtime.json</c>. Hand-written over a JSON document so that listing starts fast.</summary>
public static class ManifestReader
{
    /// <summary>Reads the manifest in a plugin's folder.</summary>
    /// <exception cref="ManifestException">It is missing, no JSON, or lacks something.</exception>
    public static PluginManifest ReadPlugin(string folder) => Read(Path.Combine(folder, PluginManifest.FileName), (root, file) =>
    {
        int format = root.TryGetProperty("manifest", out JsonElement f) && f.TryGetInt32(out int n) ? n : 0;
        if (format != PluginManifest.Format)
        {
            throw new ManifestException(
                $"'{file}' is a manifest of format {format}; this host reads format {PluginManifest.Format}. Rebuild the plugin with matching build rules.");
        }

        string contract = Text(root, "contract", file);
        if (!Version.TryParse(contract, out Version? version))
            throw new ManifestException($"'{file}': \"contract\" should be a version such as 1.0, not '{contract}'. Rebuild the plugin.");
        return new PluginManifest
        {
            Id = Text(root, "id", file),
            Version = Text(root, "version", file),
            Description = Optional(root, "description"),
            Contract = version,
            TargetFramework = Text(root, "targetFramework", file),
            RuntimeIdentifier = Text(root, "runtimeIdentifier", file),
            EntryAssembly = Text(root, "entryAssembly", file),
            Runtimes = Map(root, "runtimes", file),
            Stages = StagesOf(root, file),
            Files = Map(root, "files", file),
        };
    });

    /// <summary>Reads the manifest in a runtime's folder.</summary>
    /// <exception cref="ManifestException">It is missing, no JSON, or lacks something.</exception>
    public static RuntimeManifest ReadRuntime(string folder) => Read(Path.Combine(folder, RuntimeManifest.FileName), (root, file) => new RuntimeManifest
    {
        Id = Text(root, "id", file),
        Version = Text(root, "version", file),
        RuntimeIdentifier = Text(root, "runtimeIdentifier", file),
        EntryAssembly = Text(root, "entryAssembly", file),
        Assemblies = Texts(root, "assemblies", file),
        Files = Map(root, "files", file),
    });

    private static T Read<T>(string file, Func<JsonElement, string, T> parse)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(file));
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                throw new ManifestException($"'{file}' should hold a JSON object. Rebuild the plugin.");
            return parse(document.RootElement, file);
        }
        catch (JsonException e)
        {
            throw new ManifestException($"'{file}' is not valid JSON (line {e.LineNumber + 1}). Rebuild or reinstall the plugin.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ManifestException(
                e is FileNotFoundException or DirectoryNotFoundException
                    ? $"'{file}' is missing, so this folder is not a complete plugin. Rebuild or remove it."
                    : $"'{file}' cannot be read: {e.Message}",
                e);
        }
    }

    private static List<StageManifest> StagesOf(JsonElement root, string file)
    {
        List<StageManifest> stages = [];
        foreach (JsonElement stage in Member(root, "stages", JsonValueKind.Array, file).EnumerateArray()) stages.Add(Stage(stage, file));
        return stages;
    }

    private static StageManifest Stage(JsonElement stage, string file)
    {
        if (stage.ValueKind != JsonValueKind.Object) throw new ManifestException($"'{file}': each of \"stages\" should be an object. Rebuild the plugin.");
        string kind = Text(stage, "kind", file);
        return new StageManifest
        {
            Id = Text(stage, "id", file),
            Kind = StageKinds.Parse(kind) ?? throw new ManifestException($"'{file}': '{kind}' is no kind of stage that this host knows."),
            AlgorithmVersion = Text(stage, "algorithmVersion", file),
            Title = Optional(stage, "title"),
            Description = Optional(stage, "description"),
            Citation = Optional(stage, "citation"),
            Needs = Traits(stage, "needs", file),
            Provides = Traits(stage, "provides", file),
            Parameters = Member(stage, "parameters", JsonValueKind.Object, file).Clone(),
        };
    }

    private static List<string> Texts(JsonElement root, string name, string file)
    {
        List<string> texts = [];
        foreach (JsonElement text in Member(root, name, JsonValueKind.Array, file).EnumerateArray()) texts.Add(text.GetString() ?? "");
        return texts;
    }

    private static StudyTraits Traits(JsonElement stage, string name, string file)
    {
        if (!stage.TryGetProperty(name, out _)) return StudyTraits.None;
        StudyTraits traits = StudyTraits.None;
        foreach (JsonElement item in Member(stage, name, JsonValueKind.Array, file).EnumerateArray())
        {
            traits |= StudyTraitNames.Parse(item.GetString() ?? "")
                ?? throw new ManifestException($"'{file}': '{item.GetString()}' under \"{name}\" is nothing that this host knows a study to carry.");
        }

        return traits;
    }

    private static JsonElement Member(JsonElement owner, string name, JsonValueKind kind, string file) =>
        owner.TryGetProperty(name, out JsonElement value) && value.ValueKind == kind
            ? value
            : throw new ManifestException($"'{file}' lacks \"{name}\" or has it in the wrong form. Rebuild the plugin.");

    private static string Text(JsonElement owner, string name, string file)
    {
        string text = Member(owner, name, JsonValueKind.String, file).GetString()!;
        return text.Length > 0 ? text : throw new ManifestException($"'{file}': \"{name}\" is empty. Rebuild the plugin.");
    }

    private static string Optional(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static Dictionary<string, string> Map(JsonElement owner, string name, string file)
    {
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (JsonProperty member in Member(owner, name, JsonValueKind.Object, file).EnumerateObject())
        {
            if (member.Value.ValueKind != JsonValueKind.String)
                throw new ManifestException($"'{file}': \"{name}\" should map names to texts. Rebuild the plugin.");
            map[member.Name] = member.Value.GetString()!;
        }

        return map;
    }
}
