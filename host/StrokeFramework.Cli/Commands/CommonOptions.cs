using System.CommandLine;
using System.Globalization;
using StrokeFramework.Host.Execution;
using StrokeFramework.Host.Pipelines;
using StrokeFramework.Host.Plugins;

namespace StrokeFramework.Cli.Commands;

/// <summary>Options that several commands share. One instance per command; each option is made when a command asks for it.</summary>
internal sealed class CommonOptions
{
    public Option<string[]> Plugins => field ??= new("--plugins")
    {
        Description = "A further folder of plugins; may be given several times, later ones win.",
        HelpName = "DIR",
        AllowMultipleArgumentsPerToken = false,
    };

    public Option<int> Threads => field ??= new("--threads")
    {
        Description = "Threads to use; the results do not depend on it.",
        HelpName = "N",
        DefaultValueFactory = _ => Environment.ProcessorCount,
        Validators =
        {
            result =>
            {
                if (result.GetValueOrDefault<int>() is < 1 or > 1024) result.AddError("--threads should be from 1 to 1024.");
            },
        },
    };

    public Option<ulong?> Seed => field ??= new("--seed") { Description = "Seed of every random choice, instead of the pipeline's own.", HelpName = "N" };

    public Option<TimeSpan?> Timeout => field ??= new("--timeout")
    {
        Description = "Longest time for one node, such as 90s, 5m or 1h; the study fails, the run goes on.",
        HelpName = "T",
        CustomParser = result => ParseTime(result.Tokens[0].Value) is { } time ? time : Refuse(result, $"'{result.Tokens[0].Value}' is no length of time; write one such as 90s, 5m or 1h."),
    };

    public Option<bool> Verbose => field ??= new("--verbose") { Description = "Show more, and where a fault happened." };

    public Option<string[]> Set => field ??= new("--set") { Description = "Change a parameter: node.parameter=value; may be given several times.", HelpName = "NODE.PARAM=VALUE", AllowMultipleArgumentsPerToken = false };

    public Option<string[]> Swap => field ??= new("--swap") { Description = "Use another stage in a node: node=stage@range; may be given several times.", HelpName = "NODE=STAGE", AllowMultipleArgumentsPerToken = false };

    /// <summary>The catalog of the plugins that the command may use.</summary>
    /// <param name="parsed">What the user wrote.</param>
    /// <param name="underDevelopment">A shelf whose plugins are taken before any other version of them, or null.</param>
    public PluginCatalog Scan(ParseResult parsed, string? underDevelopment = null)
    {
        string[] folders = parsed.GetValue(Plugins) ?? [];
        foreach (string folder in folders)
        {
            if (!Directory.Exists(folder)) throw new RequestException($"There is no folder '{folder}' to take plugins from. Check --plugins.");
        }

        return StrokeLocations.OfThisProgram().Scan(folders, underDevelopment);
    }

    /// <summary>The changes to the graph.</summary>
    public PipelineOverrides Overrides(ParseResult parsed) =>
        new() { Sets = parsed.GetValue(Set) ?? [], Swaps = parsed.GetValue(Swap) ?? [], Seed = parsed.GetValue(Seed) };

    /// <summary>How to run.</summary>
    public ExecutionOptions Execution(ParseResult parsed) => new() { Threads = parsed.GetValue(Threads), NodeTimeout = parsed.GetValue(Timeout) };

    private static TimeSpan? Refuse(System.CommandLine.Parsing.ArgumentResult result, string message)
    {
        result.AddError(message);
        return null;
    }

    private static TimeSpan? ParseTime(string text)
    {
        (string number, double seconds) = text switch
        {
            [.. var n, 'h'] => (n, 3600.0),
            [.. var n, 'm'] => (n, 60.0),
            [.. var n, 's'] => (n, 1.0),
            _ => (text, 1.0),
        };
        return double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value > 0 && value * seconds < 1e6
            ? TimeSpan.FromSeconds(value * seconds)
            : null;
    }
}
