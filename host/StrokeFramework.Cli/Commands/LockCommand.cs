using System.CommandLine;
using StrokeFramework.Host.Locking;
using StrokeFramework.Host.Pipelines;
using StrokeFramework.Host.Plugins;

namespace StrokeFramework.Cli.Commands;

/// <summary><c>stroke lock PIPELINE</c>, and the check of <c>run --locked</c>.</summary>
internal static class LockCommand
{
    public static Command Create()
    {
        var pipeline = new Argument<string>("PIPELINE") { Description = "The pipeline's JSON file." };
        var model = new Option<string?>("--model") { Description = "The trained model that the pipeline is run with.", HelpName = "FILE" };
        var common = new CommonOptions();
        var command = new Command("lock", "Writes down the version and hash of everything that a pipeline rests on, for 'run --locked'.") { pipeline, model, common.Plugins, common.Verbose };
        command.SetAction(parsed => Boundary.Run(parsed.GetValue(common.Verbose), () =>
        {
            PluginCatalog catalog = common.Scan(parsed);
            PipelinePlan plan = PipelinePlanner.Plan(parsed.GetValue(pipeline)!, catalog, new());
            var content = PipelineLock.Of(plan, catalog, ProgramVersion.Text, parsed.GetValue(model));
            string file = PipelineLock.PathFor(plan.Definition.File);
            PipelineLockFile.Write(file, content);
            Console.Out.WriteLine($"'{file}' holds {content.Entries["plugins"].Count} plugins, {content.Entries["runtimes"].Count} runtimes and {content.Entries["models"].Count} models. 'stroke run --locked' compares with it.");
            return ExitCodes.Success;
        }));
        return command;
    }

    /// <summary>Compares a plan with its lock.</summary>
    /// <exception cref="PipelineLockException">There is no lock, or something differs; the message names everything that does.</exception>
    public static void Check(PipelinePlan plan, PluginCatalog catalog, PipelineOverrides overrides, string? model)
    {
        if (overrides.Sets.Count + overrides.Swaps.Count > 0 || overrides.Seed is not null)
            throw new RequestException("--locked runs a pipeline as it was locked, so --set, --swap and --seed cannot go with it. Change the graph and lock it again.");
        PipelineLock locked = PipelineLockFile.Read(PipelineLock.PathFor(plan.Definition.File));
        IReadOnlyList<string> differences = locked.Differences(PipelineLock.Of(plan, catalog, ProgramVersion.Text, model));
        if (differences.Count > 0)
            throw new PipelineLockException(string.Join(Environment.NewLine, [.. differences, "Nothing ran. Install what was locked, or lock the pipeline again with 'stroke lock'."]));
    }
}
