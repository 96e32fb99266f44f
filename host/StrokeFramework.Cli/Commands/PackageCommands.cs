using System.CommandLine;
using StrokeFramework.Host.Packages;
using StrokeFramework.Host.Plugins;
using StrokeFramework.Manifest;

namespace StrokeFramework.Cli.Commands;

/// <summary><c>stroke plugins pack | install | remove</c>.</summary>
internal static class PackageCommands
{
    public static Command Pack()
    {
        var folder = new Argument<string>("DIR") { Description = "A built plugin's folder, or its project's." };
        var output = new Option<string>("--out") { Description = "Where to put the package.", HelpName = "DIR", DefaultValueFactory = _ => "." };
        var common = new CommonOptions();
        var command = new Command("pack", "Makes one file of a built plugin, with the SHA-256 of everything in it.") { folder, output, common.Verbose };
        command.SetAction(parsed => Boundary.Run(parsed.GetValue(common.Verbose), () =>
        {
            string file = PackageWriter.Pack(parsed.GetValue(folder)!, parsed.GetValue(output)!);
            Console.Out.WriteLine(file);
            return ExitCodes.Success;
        }));
        return command;
    }

    public static Command Install()
    {
        var package = new Argument<string>("PACKAGE") { Description = $"A {PluginPackage.Extension} file; or with --from, a plugin's id and perhaps a range of versions: ID or ID@RANGE." };
        var feed = new Option<string?>("--from") { Description = "A folder of packages to take the newest fitting version from.", HelpName = "DIR" };
        var shelf = new Option<string?>("--to") { Description = "The shelf to install on, instead of your own.", HelpName = "DIR" };
        var force = new Option<bool>("--force") { Description = "Install an older version, replace other content, or share a stage's id." };
        var common = new CommonOptions();
        var command = new Command("install", "Checks a package and puts its plugin on your shelf.") { package, feed, shelf, force, common.Verbose };
        command.SetAction(parsed => Boundary.Run(parsed.GetValue(common.Verbose), () =>
        {
            string file = parsed.GetValue(package)!;
            if (parsed.GetValue(feed) is { } folder)
            {
                string[] parts = file.Split('@', 2);
                file = PackageFeed.Find(folder, parts[0], parts.Length > 1 ? parts[1] : null);
            }
            else if (!File.Exists(file))
            {
                throw new RequestException($"There is no package '{file}'. To install by id, name a folder of packages with --from.");
            }

            (PluginManifest manifest, string place, InstallResult result) = Installer(parsed.GetValue(shelf)).Install(file, parsed.GetValue(force));
            Console.Out.WriteLine(result switch
            {
                InstallResult.AlreadyThere => $"{manifest.Id} {manifest.Version} stands in '{place}' already.",
                InstallResult.Replaced => $"{manifest.Id} {manifest.Version} replaced what stood in '{place}'.",
                _ => $"{manifest.Id} {manifest.Version} stands in '{place}' now.",
            });
            return ExitCodes.Success;
        }));
        return command;
    }

    public static Command Remove()
    {
        var id = new Argument<string>("ID") { Description = "A plugin's id, as 'stroke plugins list' shows it, or ID@VERSION for one version." };
        var shelf = new Option<string?>("--from") { Description = "The shelf to take it from, instead of your own.", HelpName = "DIR" };
        var common = new CommonOptions();
        var command = new Command("remove", "Takes a plugin from your shelf.") { id, shelf, common.Verbose };
        command.SetAction(parsed => Boundary.Run(parsed.GetValue(common.Verbose), () =>
        {
            string[] parts = parsed.GetValue(id)!.Split('@', 2);
            foreach (string version in Installer(parsed.GetValue(shelf)).Remove(parts[0], parts.Length > 1 ? parts[1] : null))
                Console.Out.WriteLine($"{parts[0]} {version} was removed.");
            return ExitCodes.Success;
        }));
        return command;
    }

    private static PluginInstaller Installer(string? shelf)
    {
        StrokeLocations locations = StrokeLocations.OfThisProgram();
        return new(shelf ?? locations.UserPlugins, locations.Scan(shelf is null ? [] : [shelf]));
    }
}
