using System.Security.Cryptography;
using StrokeFramework.Host.Pipelines;
using StrokeFramework.Host.Plugins;
using StrokeFramework.Manifest;

namespace StrokeFramework.Host.Locking;

/// <summary>
/// Everything that a pipeline's results rest on besides the scans: the graph, the program, each plugin, runtime and
/// model, with hashes of their content. Two locks that are equal give the same results on the same scans.
/// </summary>
public sealed class PipelineLock
{
    /// <summary>What each section holds, in the order of the file.</summary>
    internal static readonly (string Name, string What)[] Sections =
    [
        ("program", "The program's"), ("pipeline", "The pipeline's"), ("nodes", "The node"), ("plugins", "The plugin"), ("runtimes", "The shared runtime"), ("models", "The model of the node"),
    ];

    internal PipelineLock(IReadOnlyDictionary<string, SortedDictionary<string, string>> entries) => Entries = entries;

    /// <summary>Names and what they are locked to, by section.</summary>
    public IReadOnlyDictionary<string, SortedDictionary<string, string>> Entries { get; }

    /// <summary>Where the lock of a pipeline stands: beside it.</summary>
    /// <param name="pipeline">The pipeline's file.</param>
    public static string PathFor(string pipeline) => Path.ChangeExtension(pipeline, ".lock.json");

    /// <summary>Takes down what a plan rests on now.</summary>
    /// <param name="plan">The plan, without overrides.</param>
    /// <param name="catalog">The catalog that it was made with.</param>
    /// <param name="program">The program's version.</param>
    /// <param name="modelFile">The model given by <c>--model</c>, or null.</param>
    /// <exception cref="PipelineLockException">A node needs a model and has none, or a file cannot be read.</exception>
    public static PipelineLock Of(PipelinePlan plan, PluginCatalog catalog, string program, string? modelFile)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(catalog);
        var entries = Sections.ToDictionary(s => s.Name, _ => new SortedDictionary<string, string>(StringComparer.Ordinal), StringComparer.Ordinal);
        entries["program"]["version"] = program;
        entries["program"]["contracts"] = $"{ContractVersion.Major}.{ContractVersion.Minor}";
        entries["pipeline"]["sha256"] = HashOf(plan.Definition.File);
        foreach (PlannedNode node in plan.Nodes)
        {
            PluginManifest plugin = node.Stage.Plugin.Manifest!;
            string name = $"{plugin.Id}@{plugin.Version}";
            entries["nodes"][node.Name] = $"{node.Stage.Stage.Id} of {name}";
            // The manifest holds the hash of every file, and loading compares them.
            entries["plugins"][name] = Convert.ToHexStringLower(SHA256.HashData(ManifestWriter.ToJson(plugin)));
            foreach (string id in plugin.Runtimes.Keys)
            {
                RuntimeManifest runtime = catalog.Runtimes.Find(id)!.Manifest;
                entries["runtimes"][$"{id}@{runtime.Version}"] = Convert.ToHexStringLower(SHA256.HashData(ManifestWriter.ToJson(runtime)));
            }

            if (!StagePorts.IsTrainable(node.Stage.Stage.Kind)) continue;
            string model = modelFile ?? node.ModelPath
                ?? throw new PipelineLockException($"The node '{node.Name}' works by a trained model, and a lock holds the model's hash. Give --model FILE, or name the file in the graph.");
            entries["models"][node.Name] = HashOf(model);
        }

        return new(entries);
    }

    /// <summary>How things are now against how they were locked, a sentence per difference; empty when nothing differs.</summary>
    /// <param name="now">What the plan rests on now.</param>
    public IReadOnlyList<string> Differences(PipelineLock now)
    {
        ArgumentNullException.ThrowIfNull(now);
        List<string> differences = [];
        foreach ((string section, string what) in Sections)
        {
            SortedDictionary<string, string> locked = Entries[section], found = now.Entries[section];
            foreach ((string name, string value) in locked)
            {
                if (!found.TryGetValue(name, out string? other)) differences.Add($"{what} {name} is in the lock, but not in the pipeline as it is now.");
                else if (other != value) differences.Add($"{what} {name} was {Short(value)} when it was locked, and is {Short(other)} now.");
            }

            foreach (string name in found.Keys.Where(n => !locked.ContainsKey(n))) differences.Add($"{what} {name} is in the pipeline, but not in its lock.");
        }

        return differences;
    }

    private static string Short(string value) => value.Length == 64 ? value[..12] + "…" : $"'{value}'";

    private static string HashOf(string file)
    {
        try
        {
            return FileHashes.OfFile(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PipelineLockException($"'{file}' cannot be read: {e.Message}", e);
        }
    }
}
