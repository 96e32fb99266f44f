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
    /// The locations of a program: <c>shelf/plugins</c> and <c>shelf/runtimes</c> beside it when it is installed, else where the
    /// build put them, which the program's runtime configuration records relative to it.
    /// </summary>
    public static StrokeLocations OfThisProgram()
    {
        string beside = AppContext.BaseDirectory;
        string home = Environment.GetEnvironmentVariable(HomeVariable) is { Length: > 0 } set
            ? Path.GetFullPath(set)
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "stroke");
        return new(Find("plugins", "StrokeFramework.PluginShelf"), Find("runtimes", "StrokeFramework.RuntimeShelf"), Path.Combine(home, "plugins"));

        string Find(string name, string setting)
        {
            // Not right beside it: packages put folders of their own named "runtimes" there.
            string installed = Path.Combine(beside, "shelf", name);
            if (Directory.Exists(installed)) return installed;
            return AppContext.GetData(setting) is string recorded ? Path.GetFullPath(recorded, beside) : installed;
        }
    }

    /// <summary>The shelves in the order of their weight: later ones win.</summary>
    /// <param name="more">Further folders, as given by <c>--plugins</c>.</param>
    public IReadOnlyList<ShelfFolder> Shelves(IEnumerable<string> more) =>
        [new(BundledPlugins, "bundled"), new(UserPlugins, "user"), .. more.Select(m => new ShelfFolder(Path.GetFullPath(m), m))];

    /// <summary>The catalog of all plugins.</summary>
    /// <param name="more">Further folders, as given by <c>--plugins</c>.</param>
    /// <param name="underDevelopment">A shelf whose plugins are taken before any other version of them, newer ones as well; or null.</param>
    public PluginCatalog Scan(IEnumerable<string> more, string? underDevelopment = null)
    {
        IReadOnlyList<ShelfFolder> shelves = Shelves(more);
        if (underDevelopment is not null) shelves = [.. shelves, new(Path.GetFullPath(underDevelopment), "under development", ComesFirst: true)];
        return PluginCatalog.Scan(shelves, RuntimeCatalog.Scan(Runtimes));
    }
}
