using System.CommandLine;
using StrokeFramework.Cli.Output;
using StrokeFramework.Host.Plugins;
using StrokeFramework.Manifest;

namespace StrokeFramework.Cli.Commands;

/// <summary><c>stroke plugins</c>. Reads manifests and packages alone; only <c>test</c> and <c>watch</c> run plugin code.</summary>
internal static class PluginsCommand
{
    public static Command Create() => new("plugins", "Shows, checks, installs and packs plugins.")
    {
        List(), Show(), Doctor(), PackageCommands.Install(), PackageCommands.Remove(), PackageCommands.Pack(),
        PluginTestCommand.Create(), WatchCommand.Create(),
    };

    private static Command List()
    {
        var common = new CommonOptions();
        var command = new Command("list", "Lists the plugins, where they come from and whether they can be used.") { common.Plugins, common.Verbose };
        command.SetAction(parsed => Boundary.Run(parsed.GetValue(common.Verbose), () => PluginList.Write(Console.Out, common.Scan(parsed))));
        return command;
    }

    private static Command Show()
    {
        var id = new Argument<string>("ID") { Description = "A stage's or a plugin's id." };
        var common = new CommonOptions();
        var command = new Command("show", "Shows a stage with its parameters, their units, defaults and where the defaults come from.") { id, common.Plugins, common.Verbose };
        command.SetAction(parsed => Boundary.Run(parsed.GetValue(common.Verbose), () =>
        {
            PluginCatalog catalog = common.Scan(parsed);
            string wanted = parsed.GetValue(id)!;
            IReadOnlyList<StageEntry> stages = catalog.FindStage(wanted);
            if (stages.Count == 0)
                stages = [.. catalog.Plugins.Where(p => p.Manifest?.Id == wanted).SelectMany(p => p.Manifest!.Stages.Select(s => new StageEntry(p, s)))];
            if (stages.Count == 0)
                throw new RequestException($"No installed plugin or stage is called '{wanted}'. 'stroke plugins list' shows what there is.");
            for (int n = 0; n < stages.Count; n++)
            {
                if (n > 0) Console.Out.WriteLine();
                StageSheet.Write(Console.Out, stages[n]);
            }

            return ExitCodes.Success;
        }));
        return command;
    }

    private static Command Doctor()
    {
        var common = new CommonOptions();
        var command = new Command("doctor", "Checks every plugin and runtime, file by file, and says what is wrong and what to do.") { common.Plugins, common.Verbose };
        command.SetAction(parsed => Boundary.Run(parsed.GetValue(common.Verbose), () =>
        {
            PluginCatalog catalog = common.Scan(parsed);
            int wrong = DoctorSheet.Write(Console.Out, catalog);
            return wrong == 0 ? ExitCodes.Success : ExitCodes.BadRequest;
        }));
        return command;
    }
}
