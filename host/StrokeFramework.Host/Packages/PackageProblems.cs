using StrokeFramework.Host.Plugins;

namespace StrokeFramework.Host.Packages;

/// <summary>Why a package is refused. Each has its code, so that its page in the documentation can be found.</summary>
internal static class PackageProblems
{
    private const string GetAgain = "Get the package again, from somebody you trust.";

    public static PluginException Unreadable(string package, string reason, Exception? cause = null) =>
        Make("SF5001", $"'{package}' is not a whole plugin package: {reason.TrimEnd('.')}.", GetAgain, cause);

    public static PluginException NoHashes(string package, string reason) =>
        Make("SF5002", $"'{package}' has no usable list of hashes ({PluginPackage.HashesName}): {reason}.", "Make the package with 'stroke plugins pack'.");

    public static PluginException BadPath(string package, string path, string reason) =>
        Make("SF5003", $"'{package}' holds a file whose path, '{Printable(path)}', {reason}.", "Do not use this package: no packing program makes such a path by accident.");

    public static PluginException NotAFile(string package, string path) =>
        Make("SF5004", $"'{package}' holds '{Printable(path)}', which is a link or a device instead of a file.", "Make the package with 'stroke plugins pack', which follows links.");

    public static PluginException Double(string package, string path) =>
        Make("SF5005", $"'{package}' holds '{Printable(path)}' twice, or twice but for upper and lower case.", GetAgain);

    public static PluginException TooLarge(string package, string what) =>
        Make("SF5006", $"'{package}' {what}, which is more than a plugin may have.", "If the plugin really needs as much, keep the data outside and give its path as a parameter.");

    public static PluginException Changed(string package, string what) =>
        Make("SF5007", $"'{package}' was changed after it was made: {what}.", GetAgain);

    public static PluginException BadManifest(string package, string reason, Exception? cause = null) =>
        Make("SF5008", $"'{package}' has no usable manifest: {reason.TrimEnd('.')}.", "Rebuild the plugin and pack it again.", cause);

    public static PluginException BadName(string package, string what, string name, string reason) =>
        Make("SF5009", $"'{package}' gives the plugin the {what} '{Printable(name)}', which {reason}.", "Rebuild the plugin with a plain name and a version such as 1.0.0.");

    public static PluginException Downgrade(string name, string installed) =>
        Make("SF5010", $"{name} is older than {installed}, which is installed.", "Use --force to have both, or ask for a version in the graph.");

    public static PluginException OtherContent(string name) =>
        Make("SF5011", $"{name} is installed with other content under the same version.", "Use --force to replace it; better raise the plugin's version.");

    public static PluginException StageTaken(string name, string stage, string owner) =>
        Make("SF5012", $"{name} has a stage '{stage}', which {owner} has already, and a graph could mean either.", "Remove the other plugin first, rename the stage, or use --force.");

    public static PluginException NotInstalled(string what, string where) =>
        Make("SF5013", $"{what} is not installed in '{where}', so there is nothing to remove.", "'stroke plugins list' shows what is there; plugins that come with the program stay.");

    public static PluginException NotInFeed(string what, string feed, string found) =>
        Make("SF5014", $"'{feed}' has no package of {what}; {found}.", "Check the id, the range of versions and the folder.");

    public static PluginException NothingToPack(string folder, string reason) =>
        Make("SF5015", $"'{folder}' {reason}.", "Build the plugin first, then name its folder: the one with plugin.json in it.");

    public static PluginException Shelf(string shelf, string reason, Exception? cause = null) =>
        Make("SF5016", $"The shelf '{shelf}' cannot be changed: {reason.TrimEnd('.')}.", "Nothing was changed. Free space, check permissions, or name another shelf with --to.", cause);

    private static PluginException Make(string code, string message, string remedy, Exception? cause = null) => new(new PluginProblem(code, message, remedy), cause);

    // A hostile name must not write to the terminal what it likes.
    private static string Printable(string text) => string.Concat(text.Take(80).Select(c => char.IsControl(c) ? '?' : c));
}
