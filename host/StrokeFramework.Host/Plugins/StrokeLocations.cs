using System.Reflection;
using StrokeFramework.Manifest;

namespace StrokeFramework.Host.Plugins;

/// <summary>Where plugins and runtimes are looked for.</summary>
public sealed class StrokeLocations
{
    /// <summary>The environment variable that moves the user's folder.</summary>
    public const string HomeVariable = "STROKE_HOME";

    private StrokeLocations(string bundled, string runtimes, string user) => (BundledPlugins, Runtimes, UserPlugins) = (bundled, runtimes, user);

    /// <summary>The plugins that come with the program.</summary>
    public string BundledPlugins { get; }

    /// <summary>The shared runtimes.</summary>
    public string Runtimes { get; }

    /// <summary>The user's own plugins.</summary>
    public string UserPlugins { get; }

    /// <summary>
    /// The locations of a program: <c>plugins</c> and <c>runtimes</c> beside it when it is installed, else where the
    /// build put them, which the program's assembly records relative to itself.
    /// </summary>
    public static StrokeLocations Of(Assembly program)
    {
        ArgumentNullException.ThrowIfNull(program);
        string beside = AppContext.BaseDirectory;
        string home = Environment.GetEnvironmentVariable(HomeVariable) is { Length: > 0 } set
            ? Path.GetFullPath(set)
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "stroke");
        return new(Find("plugins", "PluginShelf", PluginManifest.FileName), Find("runtimes", "RuntimeShelf", RuntimeManifest.FileName), Path.Combine(home, "plugins"));

        string Find(string name, string metadata, string manifest)
        {
            string installed = Path.Combine(beside, name);
            // The build puts a folder 'runtimes' of another kind beside a program whose packages have parts for one platform.
            if (Directory.Exists(installed) && Directory.EnumerateDirectories(installed).SelectMany(Directory.EnumerateDirectories).Any(f => File.Exists(Path.Combine(f, manifest)))) return installed;
            string? recorded = program.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(a => a.Key == metadata)?.Value;
            return recorded is null ? installed : Path.GetFullPath(recorded, beside);
        }
    }

    /// <summary>The shelves in the order of their weight: later ones win.</summary>
    /// <param name="more">Further folders, as given by <c>--plugins</c>.</param>
    public IReadOnlyList<ShelfFolder> Shelves(IEnumerable<string> more) =>
        [new(BundledPlugins, "bundled"), new(UserPlugins, "user"), .. more.Select(m => new ShelfFolder(Path.GetFullPath(m), m))];

    /// <summary>The catalog of all plugins.</summary>
    public PluginCatalog Scan(IEnumerable<string> more) => PluginCatalog.Scan(Shelves(more), RuntimeCatalog.Scan(Runtimes));
}
