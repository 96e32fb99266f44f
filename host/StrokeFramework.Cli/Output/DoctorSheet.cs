using System.Runtime.InteropServices;
using StrokeFramework.Host.Plugins;
using StrokeFramework.Manifest;

namespace StrokeFramework.Cli.Output;

/// <summary>The state of all plugins and runtimes on the terminal.</summary>
internal static class DoctorSheet
{
    /// <summary>Writes the findings and returns how many things are wrong.</summary>
    public static int Write(TextWriter output, PluginCatalog catalog)
    {
        int wrong = 0;
        output.WriteLine($"stroke, contracts {ContractVersion.Major}.{ContractVersion.Minor}, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}");
        foreach (RuntimeEntry runtime in catalog.Runtimes.Runtimes)
        {
            string? difference = FileHashes.DescribeDifference(runtime.Folder, runtime.Manifest.Files);
            output.WriteLine($"runtime {runtime.Manifest.Id} {runtime.Manifest.Version}: {(difference is null ? "in order" : "WRONG")}");
            if (difference is null) continue;
            wrong++;
            output.WriteLine($"    {difference}. Rebuild the runtimes.");
        }

        foreach (string problem in catalog.Runtimes.Problems)
        {
            wrong++;
            output.WriteLine($"runtime: WRONG{Environment.NewLine}    {problem}");
        }

        foreach (PluginEntry plugin in catalog.Plugins)
        {
            List<PluginProblem> problems = [.. plugin.Problems];
            if (PluginChecks.CheckFiles(plugin) is { } changed) problems.Add(changed);
            foreach (StageManifest stage in plugin.Manifest?.Stages ?? [])
            {
                if (catalog.Conflicts.TryGetValue(stage.Id, out PluginProblem? conflict)) problems.Add(conflict);
            }

            output.WriteLine($"{plugin.Name} ({plugin.Shelf.Name}): {(problems.Count == 0 ? "in order" : "WRONG")}");
            foreach (PluginProblem problem in problems) output.WriteLine($"    {problem}");
            if (problems.Count > 0) wrong++;
        }

        foreach (PluginEntry plugin in catalog.Hidden) output.WriteLine($"{plugin.Name} ({plugin.Shelf.Name}): hidden by the same version on a later shelf");
        output.WriteLine(wrong == 0 ? "Everything is in order." : $"{wrong} {(wrong == 1 ? "thing is" : "things are")} wrong; the rest can be used.");
        return wrong;
    }
}
