using System.Runtime.InteropServices;
using StrokeFramework.Manifest;

namespace StrokeFramework.Host.Plugins;

/// <summary>What is checked of a plugin before any of its code may run.</summary>
public static class PluginChecks
{
    /// <summary>Checks that need the manifest alone.</summary>
    public static IReadOnlyList<PluginProblem> CheckManifest(PluginManifest manifest, string folder, RuntimeCatalog runtimes)
    {
        List<PluginProblem> problems = [];
        string name = $"{manifest.Id} {manifest.Version}";
        if (manifest.Contract.Major != ContractVersion.Major)
        {
            problems.Add(new("SF2001",
                $"{name} was built for contracts {manifest.Contract}; this host has {ContractVersion.Major}.{ContractVersion.Minor}, and another major version means other contracts.",
                manifest.Contract.Major > ContractVersion.Major ? "Update the host, or install an older version of the plugin." : "Install a newer version of the plugin, or rebuild it against this host's contracts."));
        }
        else if (manifest.Contract.Minor > ContractVersion.Minor)
        {
            problems.Add(new("SF2002",
                $"{name} was built for contracts {manifest.Contract}, which are newer than this host's {ContractVersion.Major}.{ContractVersion.Minor}.",
                "Update the host, or install an older version of the plugin."));
        }

        if (!FrameworkFits(manifest.TargetFramework))
        {
            problems.Add(new("SF2003",
                $"{name} targets {manifest.TargetFramework}, and this host runs on net{Environment.Version.Major}.{Environment.Version.Minor}.",
                "Rebuild the plugin for this framework, or run it with a newer host."));
        }

        if (manifest.RuntimeIdentifier != "any" && manifest.RuntimeIdentifier != RuntimeInformation.RuntimeIdentifier)
        {
            problems.Add(new("SF2004",
                $"{name} is for {manifest.RuntimeIdentifier} only, and this machine is {RuntimeInformation.RuntimeIdentifier}.",
                "Install the build of the plugin for this machine, or one that is for any."));
        }

        foreach ((string id, string version) in manifest.Runtimes) CheckRuntime(problems, name, id, version, runtimes.Find(id));
        if (manifest.Files.Keys.Any(f => Path.GetFileName(f) == "StrokeFramework.Abstractions.dll"))
        {
            problems.Add(new("SF2006",
                $"{name} ships its own copy of the contracts (StrokeFramework.Abstractions.dll); its stages would not be the host's stages.",
                "Rebuild the plugin with the contracts referenced but not copied: Private=\"false\" ExcludeAssets=\"runtime\"."));
        }

        if (!File.Exists(Path.Combine(folder, manifest.EntryAssembly)))
            problems.Add(new("SF2007", $"{name} lacks its assembly {manifest.EntryAssembly}.", "Rebuild or reinstall the plugin."));
        if (manifest.Stages.Count == 0)
            problems.Add(new("SF2008", $"{name} has no stage.", "Put a [Stage] attribute on a public class that derives from a stage base class, and rebuild."));
        return problems;
    }

    /// <summary>The check that reads every file; done before loading and by <c>doctor</c>.</summary>
    public static PluginProblem? CheckFiles(PluginEntry plugin)
    {
        if (plugin.Manifest is not { } manifest) return null;
        string? difference;
        try
        {
            difference = FileHashes.DescribeDifference(plugin.Folder, manifest.Files);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new("SF2009", $"The files of {plugin.Name} cannot be read: {e.Message}", "Check the permissions of the folder, or reinstall the plugin.");
        }

        return difference is null
            ? null
            : new("SF2009", $"{plugin.Name} is not as it was built: {difference}.", "Rebuild or reinstall the plugin.");
    }

    private static void CheckRuntime(List<PluginProblem> problems, string name, string id, string version, RuntimeEntry? found)
    {
        if (found is null)
        {
            problems.Add(new("SF2005",
                $"{name} needs the shared runtime {id} {version}, which is not installed for {RuntimeInformation.RuntimeIdentifier}.",
                "Build the host's runtimes on this platform; today they exist for linux-x64."));
            return;
        }

        Version wanted = RuntimeCatalog.VersionOf(version), have = RuntimeCatalog.VersionOf(found.Manifest.Version);
        if (have.Major != wanted.Major || have < wanted)
        {
            problems.Add(new("SF2005",
                $"{name} needs the shared runtime {id} {version}, and {found.Manifest.Version} is installed.",
                have < wanted ? "Update the host." : "Rebuild the plugin against the newer runtime."));
        }
    }

    private static bool FrameworkFits(string targetFramework)
    {
        if (!targetFramework.StartsWith("net", StringComparison.Ordinal) || !Version.TryParse(targetFramework.AsSpan(3), out Version? version)) return false;
        return version.Major >= 5 && version <= new Version(Environment.Version.Major, Environment.Version.Minor);
    }
}
