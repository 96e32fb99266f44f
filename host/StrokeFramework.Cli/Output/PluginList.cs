using StrokeFramework.Host.Plugins;
using StrokeFramework.Manifest;

namespace StrokeFramework.Cli.Output;

/// <summary>The table of <c>stroke plugins list</c>.</summary>
internal static class PluginList
{
    /// <summary>Writes a row for each stage of each plugin.</summary>
    /// <returns>The exit status.</returns>
    public static int Write(TextWriter output, PluginCatalog catalog)
    {
        List<string[]> rows = [];
        bool wrong = false;
        foreach (PluginEntry plugin in catalog.Plugins)
        {
            string state = plugin.IsUsable ? "" : plugin.Problems[0].Code;
            wrong |= !plugin.IsUsable;
            if (plugin.Manifest is not { } manifest)
            {
                rows.Add([Path.GetFileName(Path.GetDirectoryName(plugin.Folder)!), Path.GetFileName(plugin.Folder), "", "", plugin.Shelf.Name, state]);
                continue;
            }

            if (manifest.Stages.Count == 0) rows.Add([manifest.Id, manifest.Version, "", "", plugin.Shelf.Name, state]);
            foreach (StageManifest stage in manifest.Stages)
            {
                string conflict = catalog.Conflicts.TryGetValue(stage.Id, out PluginProblem? p) ? p.Code : "";
                wrong |= conflict.Length > 0;
                rows.Add([manifest.Id, manifest.Version, stage.Id, StageKinds.NameOf(stage.Kind), plugin.Shelf.Name, state.Length > 0 ? state : conflict]);
            }
        }

        if (rows.Count == 0)
        {
            output.WriteLine("No plugin is installed. Build the bundled ones with 'dotnet build -c Release', or give a folder with --plugins DIR.");
            return ExitCodes.Success;
        }

        PlainTable.Write(output, ["PLUGIN", "VERSION", "STAGE", "KIND", "FROM", "PROBLEM"], rows);
        if (wrong) output.WriteLine("'stroke plugins doctor' explains the problems.");
        return ExitCodes.Success;
    }
}
