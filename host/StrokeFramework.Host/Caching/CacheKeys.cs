using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using StrokeFramework.Host.Execution;
using StrokeFramework.Imaging;
using StrokeFramework.Manifest;

namespace StrokeFramework.Host.Caching;

/// <summary>
/// Makes the keys of results. The number of threads, time limits, names of nodes and places of files are no part of them:
/// no result depends on those.
/// </summary>
internal static class CacheKeys
{
    /// <summary>
    /// Raised whenever the host changes what reaches a stage for the same graph and study, such as how a study is read.
    /// The code that runs inside a stage's call, contracts and imaging, is in every key by its build.
    /// </summary>
    public const int HostResults = 1;

    private static readonly CachePart[] Machine =
    [
        new("host results", $"{EntryFile.Format}.{HostResults}"),
        new("contracts and imaging", $"{typeof(IStage).Assembly.ManifestModule.ModuleVersionId} {typeof(LesionFinder).Assembly.ManifestModule.ModuleVersionId}"),
        new("framework", RuntimeInformation.FrameworkDescription),
        new("system", RuntimeInformation.RuntimeIdentifier),
        // Vector code of another width may add in another order.
        new("processor", $"{RuntimeInformation.ProcessArchitecture} {(Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128)}{(Fma.IsSupported ? " fma" : "")}"),
    ];

    /// <summary>The key of what a node gives for a study.</summary>
    /// <param name="node">The node, with its model if it has one.</param>
    /// <param name="runSeed">The run's seed.</param>
    /// <param name="inputs">Per port the content's hash.</param>
    /// <param name="minimumLesionVolume">Smallest lesion, in mm³; part of the key only where the host finds lesions for the node.</param>
    /// <param name="givenLesions">Hash of the lesions that are measured instead of those on the port, or null.</param>
    public static CacheKey OfNode(PreparedNode node, ulong runSeed, IEnumerable<(string Port, string Hash)> inputs, double minimumLesionVolume, string? givenLesions)
    {
        List<CachePart> parts = OfStage(node, runSeed);
        foreach ((string port, string hash) in inputs) parts.Add(new($"input {port}", hash));
        if (node.Plan.Stage.Stage.Kind == StageKind.FeatureExtractor)
        {
            if (givenLesions is null) parts.Add(new("minimum lesion volume", Text(minimumLesionVolume)));
            else parts.Add(new("given lesions", givenLesions));
        }

        if (node.ModelHash is { } model) parts.Add(new("model", model));
        return new(parts);
    }

    /// <summary>The key of a fitted model.</summary>
    public static CacheKey OfFit(PreparedNode node, ulong runSeed, LabelledFeatures examples)
    {
        List<CachePart> parts = OfStage(node, runSeed);
        parts.Add(new("training rows", ContentHash.Of(examples.Features)));
        parts.Add(new("training labels", HashOf(examples.Labels)));
        parts.Add(new("training patients", HashOf(examples.Patients)));
        return new(parts);
    }

    /// <summary>The key of what reading a study's files gives.</summary>
    /// <param name="subject">Its subject, part of the content.</param>
    /// <param name="session">Its session, part of the content.</param>
    /// <param name="files">Per role the file's name without its folder and its SHA-256.</param>
    public static CacheKey OfStudy(string subject, string? session, IEnumerable<(string Role, string Name, string Sha256)> files) => new(
    [
        .. Machine, new("subject", subject), new("session", session is null ? "none" : "is " + session),
        .. files.Select(f => new CachePart($"file {f.Role}", $"{f.Sha256} {f.Name}")),
    ]);

    /// <summary>The key of what reading a lesion mask's file gives.</summary>
    /// <param name="name">The file's name without its folder; its extension says how it is read.</param>
    /// <param name="sha256">Its SHA-256.</param>
    public static CacheKey OfTruth(string name, string sha256) => new([.. Machine, new("file truth", $"{sha256} {name}")]);

    /// <summary>The hash by which the lesions of a truth mask are known before they are looked for.</summary>
    /// <param name="truth">SHA-256 of the mask's file.</param>
    /// <param name="study">Hash of the study, whose grid the mask is laid on.</param>
    /// <param name="minimumLesionVolume">Smallest lesion, in mm³.</param>
    public static string OfTruthLesions(string truth, string study, double minimumLesionVolume) => HashOf([truth, study, Text(minimumLesionVolume)]);

    /// <summary>The key of what comparing a study's results with its truth gives.</summary>
    /// <param name="kind">What is compared: one kind of entry.</param>
    /// <param name="study">Hash of the study, whose grid all lies on.</param>
    /// <param name="truth">SHA-256 of the truth mask's file.</param>
    /// <param name="minimumLesionVolume">Smallest lesion, in mm³.</param>
    /// <param name="results">The results by what they are, with their hashes.</param>
    public static CacheKey OfComparison(string kind, string study, string truth, double minimumLesionVolume, IEnumerable<(string Name, string Hash)> results) => new(
    [
        .. Machine,
        // The host itself compares, so its build is what a plugin's files are elsewhere.
        new("host", typeof(CacheKeys).Assembly.ManifestModule.ModuleVersionId.ToString()),
        new("kind", kind), new("study", study), new("truth mask", truth), new("minimum lesion volume", Text(minimumLesionVolume)),
        .. results.Select(r => new CachePart($"result {r.Name}", r.Hash)),
    ]);

    private static string Text(double value) => value.ToString("R", System.Globalization.CultureInfo.InvariantCulture);

    private static List<CachePart> OfStage(PreparedNode node, ulong runSeed)
    {
        StageManifest stage = node.Plan.Stage.Stage;
        PluginManifest plugin = node.Plan.Stage.Plugin.Manifest!;
        List<CachePart> parts =
        [
            .. Machine,
            new("stage", stage.Id),
            new("algorithm version", stage.AlgorithmVersion),
            new("plugin", $"{plugin.Id} {plugin.Version}"),
            new("plugin's files", HashOf(plugin.Files.OrderBy(f => f.Key, StringComparer.Ordinal).SelectMany(f => (string[])[f.Key, f.Value]))),
            new("seed", runSeed.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ];
        foreach ((string id, string build) in node.Runtimes) parts.Add(new($"runtime {id}", build));
        if (node.Settings.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty parameter in node.Settings.EnumerateObject()) parts.Add(new($"parameter {parameter.Name}", parameter.Value.GetRawText()));
        }

        return parts;
    }

    private static string HashOf(IEnumerable<string> texts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string text in texts)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(text);
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
