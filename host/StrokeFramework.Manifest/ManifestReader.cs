using System.Globalization;
using System.Text.Json;

namespace StrokeFramework.Manifest;

/// <summary>Reads <c>plugin.json</c> and <c>runtime.json</c>.</summary>
public static class ManifestReader
{
    /// <summary>Reads the manifest in a plugin's folder.</summary>
    /// <exception cref="ManifestException">It is missing, no JSON, or lacks something.</exception>
    public static PluginManifest ReadPlugin(string folder) => Read(Path.Combine(folder, PluginManifest.FileName), Plugin);

    /// <summary>Reads a plugin's manifest from its bytes.</summary>
    /// <param name="json">The manifest.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="ManifestException">It is no JSON, or lacks something.</exception>
    public static PluginManifest ParsePlugin(ReadOnlySpan<byte> json, string name) => Parse(json, name, Plugin);

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

    private static PluginManifest Plugin(Dictionary<string, object?> root, string file)
    {
        int format = root.GetValueOrDefault("manifest") is VerbatimValue f && int.TryParse(f.Json, NumberStyles.None, CultureInfo.InvariantCulture, out int n) ? n : 0;
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
    }

    private static T Read<T>(string file, Func<Dictionary<string, object?>, string, T> parse)
    {
        try
        {
            return Parse(File.ReadAllBytes(file), file, parse);
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

    private static T Parse<T>(ReadOnlySpan<byte> json, string file, Func<Dictionary<string, object?>, string, T> parse)
    {
        Dictionary<string, object?>? root;
        try
        {
            root = ManifestNode.Parse(json, "parameters");
        }
        catch (JsonException e)
        {
            throw new ManifestException($"'{file}' is not valid JSON (line {e.LineNumber + 1}). Rebuild or reinstall the plugin.", e);
        }
        catch (InvalidOperationException e)
        {
            throw new ManifestException($"'{file}' holds text that is not UTF-8. Rebuild or reinstall the plugin.", e);
        }

        return parse(root ?? throw new ManifestException($"'{file}' should hold a JSON object. Rebuild the plugin."), file);
    }

    private static List<StageManifest> StagesOf(Dictionary<string, object?> root, string file)
    {
        List<StageManifest> stages = [];
        foreach (object? item in Member<List<object?>>(root, "stages", file))
            stages.Add(item is Dictionary<string, object?> stage ? Stage(stage, file) : throw new ManifestException($"'{file}': each of \"stages\" should be an object. Rebuild the plugin."));
        return stages;
    }

    private static StageManifest Stage(Dictionary<string, object?> stage, string file)
    {
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
            FormerIds = stage.ContainsKey("formerIds") ? Texts(stage, "formerIds", file) : [],
            GraphsSince = Optional(stage, "graphsSince"),
            ParametersJson = Member<VerbatimObject>(stage, "parameters", file).Json,
        };
    }

    private static List<string> Texts(Dictionary<string, object?> root, string name, string file)
    {
        List<string> texts = [];
        foreach (object? text in Member<List<object?>>(root, name, file)) texts.Add(text as string ?? throw WrongForm(name, file));
        return texts;
    }

    private static StudyTraits Traits(Dictionary<string, object?> stage, string name, string file)
    {
        StudyTraits traits = StudyTraits.None;
        if (!stage.ContainsKey(name)) return traits;
        foreach (string text in Texts(stage, name, file))
        {
            traits |= StudyTraitNames.Parse(text)
                ?? throw new ManifestException($"'{file}': '{text}' under \"{name}\" is nothing that this host knows a study to carry.");
        }

        return traits;
    }

    private static T Member<T>(Dictionary<string, object?> owner, string name, string file)
        where T : class => owner.GetValueOrDefault(name) as T ?? throw WrongForm(name, file);

    private static ManifestException WrongForm(string name, string file) => new($"'{file}' lacks \"{name}\" or has it in the wrong form. Rebuild the plugin.");

    private static string Text(Dictionary<string, object?> owner, string name, string file)
    {
        string text = Member<string>(owner, name, file);
        return text.Length > 0 ? text : throw new ManifestException($"'{file}': \"{name}\" is empty. Rebuild the plugin.");
    }

    private static string Optional(Dictionary<string, object?> owner, string name) => owner.GetValueOrDefault(name) as string ?? "";

    private static Dictionary<string, string> Map(Dictionary<string, object?> owner, string name, string file)
    {
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string key, object? value) in Member<Dictionary<string, object?>>(owner, name, file))
            map[key] = value as string ?? throw new ManifestException($"'{file}': \"{name}\" should map names to texts. Rebuild the plugin.");
        return map;
    }
}
