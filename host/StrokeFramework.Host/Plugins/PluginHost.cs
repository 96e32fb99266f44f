using System.Collections.Concurrent;
using System.ComponentModel.Composition;
using System.ComponentModel.Composition.Hosting;
using System.ComponentModel.Composition.Primitives;
using System.Reflection;
using System.Runtime.Loader;
using McMaster.NETCore.Plugins;
using StrokeFramework.Manifest;

namespace StrokeFramework.Host.Plugins;

/// <summary>
/// Loads plugins on first use, each in a load context of its own, and makes instances of their stages. The only class
/// that knows the plugin loader and MEF. Nothing is ever unloaded: a new version means a new process. Safe to use from
/// several threads.
/// </summary>
public sealed class PluginHost
{
    private readonly PluginCatalog _catalog;
    private readonly SharedRuntimeContext _runtimes;
    private readonly ConcurrentDictionary<PluginEntry, Lazy<LoadedPlugin>> _loaded = [];

    /// <summary>Makes a host over a catalog; nothing is loaded yet.</summary>
    public PluginHost(PluginCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        _catalog = catalog;
        _runtimes = new SharedRuntimeContext(catalog.Runtimes);
    }

    /// <summary>Makes a new instance of a stage with default parameters, loading its plugin when needed.</summary>
    /// <exception cref="PluginException">The plugin cannot be loaded, or the stage cannot be made.</exception>
    public IStage Create(StageEntry stage)
    {
        ArgumentNullException.ThrowIfNull(stage);
        LoadedPlugin plugin = Load(stage.Plugin);
        try
        {
            IStage instance = plugin.Create(stage.Stage.Id);
            if (StageKinds.KindsOf(instance.GetType()) is not [var kind] || kind != stage.Stage.Kind)
            {
                throw new PluginException(new PluginProblem(
                    "SF2012", $"The stage '{stage.Stage.Id}' of {stage.Plugin.Name} is not the {StageKinds.NameOf(stage.Stage.Kind)} that its manifest says.", "Rebuild or reinstall the plugin."));
            }

            return instance;
        }
        catch (Exception e) when (e is CompositionException or CompositionContractMismatchException)
        {
            Exception cause = RootOf(e);
            throw new PluginException(
                new PluginProblem("SF2013", $"The stage '{stage.Stage.Id}' of {stage.Plugin.Name} could not be made: {Sentence(cause.Message)}", Remedy(cause)), e);
        }
    }

    /// <summary>The shared runtimes that a plugin uses, as they are installed: per id the version and the files' hashes.</summary>
    internal IReadOnlyDictionary<string, string> RuntimesOf(PluginEntry plugin)
    {
        var builds = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (string id in plugin.Manifest!.Runtimes.Keys)
        {
            if (_catalog.Runtimes.Find(id)?.Manifest is not { } runtime) continue;
            builds[id] = string.Join(' ', runtime.Files.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => f.Value).Prepend(runtime.Version));
        }

        return builds;
    }

    // Different plugins are loaded side by side, each of them once.
    private LoadedPlugin Load(PluginEntry plugin) => _loaded.GetOrAdd(plugin, p => new(() => CheckAndLoad(p))).Value;

    private LoadedPlugin CheckAndLoad(PluginEntry plugin)
    {
        if (!plugin.IsUsable) throw new PluginException(plugin.Problems[0]);
        if (PluginChecks.CheckFiles(plugin) is { } changed) throw new PluginException(changed);
        return LoadAssembly(plugin);
    }

    private LoadedPlugin LoadAssembly(PluginEntry plugin)
    {
        PluginManifest manifest = plugin.Manifest!;
        PluginLoader loader = PluginLoader.CreateFromAssemblyFile(Path.Combine(plugin.Folder, manifest.EntryAssembly), config =>
        {
            config.PreferSharedTypes = false;
            config.IsUnloadable = false;
            config.IsLazyLoaded = true;
            config.DefaultContext = manifest.Runtimes.Count > 0 ? _runtimes : AssemblyLoadContext.Default;
            config.SharedAssemblies.Add(typeof(IStage).Assembly.GetName());
            config.SharedAssemblies.Add(typeof(ExportAttribute).Assembly.GetName());
            foreach (string id in manifest.Runtimes.Keys)
            {
                foreach (string assembly in _catalog.Runtimes.Find(id)?.Manifest.Assemblies ?? []) config.SharedAssemblies.Add(new AssemblyName(assembly));
            }
        });
        try
        {
            var catalog = new AssemblyCatalog(loader.LoadDefaultAssembly());
            _ = catalog.Parts.Count(); // reads every type now, so that a missing dependency is found here
            return new(plugin, loader, new CompositionContainer(catalog, CompositionOptions.DisableSilentRejection | CompositionOptions.IsThreadSafe));
        }
        catch (Exception e) when (e is ReflectionTypeLoadException or FileNotFoundException or FileLoadException or BadImageFormatException or TypeLoadException)
        {
            Exception cause = RootOf(e);
            throw new PluginException(new PluginProblem("SF2014", $"{plugin.Name} could not be loaded: {Sentence(cause.Message)}", Remedy(cause)), e);
        }
    }

    private static Exception RootOf(Exception e) => e switch
    {
        ReflectionTypeLoadException { LoaderExceptions: [{ } first, ..] } => RootOf(first),
        CompositionException { RootCauses: [{ } first, ..] } when first != e => RootOf(first),
        TargetInvocationException { InnerException: { } inner } => RootOf(inner),
        TypeInitializationException { InnerException: { } inner } => RootOf(inner),
        ComposablePartException { InnerException: { } inner } => RootOf(inner),
        _ => e,
    };

    private static string Remedy(Exception cause) => cause switch
    {
        FileNotFoundException => "Rebuild the plugin so that it ships what it depends on, or reinstall it.",
        DllNotFoundException => "Install the native library named above, or use the plugin's build for this machine.",
        TypeLoadException or MissingMemberException => "Rebuild the plugin against this host's contracts.",
        _ => "Report this to the plugin's author.",
    };

    private static string Sentence(string message)
    {
        string line = message.ReplaceLineEndings(" ").Trim();
        return line.EndsWith('.') ? line : line + ".";
    }
}
