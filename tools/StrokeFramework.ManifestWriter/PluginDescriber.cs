using System.Reflection;
using System.Text.RegularExpressions;
using StrokeFramework.Manifest;

namespace StrokeFramework.ManifestWriter;

/// <summary>Describes a plugin by reflection over its freshly built assembly.</summary>
internal static partial class PluginDescriber
{
    public static byte[] Describe(BuildRequest request)
    {
        string entry = request.Required("entryAssembly");
        Assembly assembly = new BuildLoadContext(request.References).LoadFromAssemblyPath(Path.GetFullPath(Path.Combine(request.Folder, entry)));
        List<StageManifest> stages = [];
        foreach (Type type in TypesOf(assembly))
        {
            if (type.GetCustomAttribute<StageAttribute>(inherit: false) is { } stage) stages.Add(Describe(type, stage));
        }

        if (stages.Count == 0 && request.Optional("allowNoStages", "false") != "true")
            throw new ManifestException($"{entry} has no class with a [Stage] attribute, so there is nothing to put in its manifest.");
        return Manifest.ManifestWriter.ToJson(new PluginManifest
        {
            Id = request.Required("id"),
            Version = request.Required("version"),
            Description = request.Optional("description", ""),
            Contract = Version.Parse(request.Required("contract")),
            TargetFramework = request.Required("targetFramework"),
            RuntimeIdentifier = request.Optional("runtimeIdentifier", "any"),
            EntryAssembly = entry,
            Runtimes = request.All("runtime").Select(r => r.Split('@')).ToDictionary(r => r[0], r => r[1]),
            Stages = stages,
            Files = FileHashes.OfFolder(request.Folder),
        });
    }

    private static Type[] TypesOf(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException e)
        {
            throw new ManifestException($"{assembly.GetName().Name} cannot be read: {e.LoaderExceptions.FirstOrDefault()?.Message ?? e.Message}", e);
        }
    }

    private static StageManifest Describe(Type type, StageAttribute stage)
    {
        if (!StageId().IsMatch(stage.Id))
            throw new ManifestException($"The stage id '{stage.Id}' of {type.FullName} should be lower-case words joined by hyphens, such as my-segmenter.");
        IReadOnlyList<StageKind> kinds = StageKinds.KindsOf(type);
        if (kinds.Count != 1)
        {
            throw new ManifestException(kinds.Count == 0
                ? $"{type.FullName} has a [Stage] attribute but is no stage; derive it from a base class such as Segmenter<TSettings>."
                : $"{type.FullName} is a stage of several kinds at once; make one class for each.");
        }

        if (type.IsAbstract || !type.IsPublic || type.GetConstructor(Type.EmptyTypes) is null)
            throw new ManifestException($"{type.FullName} should be a public class, not abstract, with a public constructor without parameters.");
        return new StageManifest
        {
            Id = stage.Id,
            Kind = kinds[0],
            AlgorithmVersion = stage.AlgorithmVersion,
            Title = stage.Title,
            Description = stage.Description,
            Citation = stage.Citation,
            Needs = stage.Needs,
            Provides = stage.Provides,
            FormerIds = [.. type.GetCustomAttributes<FormerIdAttribute>().Select(f => f.Id).Order(StringComparer.Ordinal)],
            GraphsSince = stage.GraphsSince,
            ParametersJson = ParameterSchema.Describe(SettingsOf(type)).GetRawText(),
        };
    }

    // The settings type stands in the base class, so no stage needs to be constructed to learn it.
    private static Type SettingsOf(Type type)
    {
        for (Type? t = type; t is not null; t = t.BaseType)
        {
            if (t.IsGenericType && t.GetGenericTypeDefinition() == typeof(Stage<>)) return t.GetGenericArguments()[0];
        }

        throw new ManifestException($"{type.FullName} implements its contract directly; derive it from a base class such as Segmenter<TSettings>, which holds the parameters.");
    }

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
    private static partial Regex StageId();
}
