using System.CommandLine;
using StrokeFramework.Cli.Output;
using StrokeFramework.Conformance;
using StrokeFramework.Host.Plugins;

namespace StrokeFramework.Cli.Commands;

/// <summary><c>stroke plugins test ID | FOLDER</c>.</summary>
internal static class PluginTestCommand
{
    public static Command Create()
    {
        var plugin = new Argument<string>("ID|FOLDER") { Description = "A stage's or a plugin's id, or the folder of a built plugin or of its project." };
        var common = new CommonOptions();
        var command = new Command("test", "Runs the conformance checks on a plugin: what every stage owes, on plain and on awkward inputs.") { plugin, common.Plugins, common.Verbose };
        command.SetAction(parsed => Boundary.Run(parsed.GetValue(common.Verbose), () =>
        {
            PluginCatalog catalog = common.Scan(parsed);
            IReadOnlyList<StageEntry> stages = Find(parsed.GetValue(plugin)!, catalog);
            var host = new PluginHost(catalog);
            // All of them are loaded before the first is checked, so that a plugin that cannot be used ends in a refusal alone.
            List<(StageEntry Entry, StageSubject Subject)> subjects = [.. stages.Select(s => (s, PluginConformance.SubjectOf(s, host)))];
            var sheet = new ConformanceSheet(Console.Out);
            foreach ((StageEntry entry, StageSubject subject) in subjects)
            {
                sheet.Begin(entry);
                foreach (ConformanceCheck check in ConformanceSuite.For(subject)) sheet.Write(check.Run(subject));
            }

            return sheet.End() == 0 ? ExitCodes.Success : ExitCodes.CheckFailed;
        }));
        return command;
    }

    /// <summary>The newest version of what an id names, else the stages of the plugin in a folder.</summary>
    private static IReadOnlyList<StageEntry> Find(string wanted, PluginCatalog catalog)
    {
        if (catalog.Conflicts.TryGetValue(wanted, out PluginProblem? conflict)) throw new PluginException(conflict);
        if (catalog.FindStage(wanted) is [var stage, ..]) return [stage];
        if (catalog.Plugins.FirstOrDefault(p => p.Manifest?.Id == wanted) is { } plugin) return Stages(plugin.Name, [.. plugin.Manifest!.Stages.Select(s => new StageEntry(plugin, s))]);
        if (Directory.Exists(wanted)) return Stages($"'{wanted}'", PluginConformance.StagesOf(wanted, catalog.Runtimes));
        throw new RequestException($"No plugin or stage is called '{wanted}', and there is no such folder. 'stroke plugins list' shows what there is.");
    }

    private static IReadOnlyList<StageEntry> Stages(string name, IReadOnlyList<StageEntry> stages) =>
        stages.Count > 0 ? stages : throw new RequestException($"{name} has no stage to check. Put a [Stage] attribute on a public class that derives from a stage base class, and rebuild.");
}
