using System.CommandLine;
using StrokeFramework.Host.Execution;
using StrokeFramework.Host.Pipelines;
using StrokeFramework.Host.Plugins;

namespace StrokeFramework.Cli.Commands;

/// <summary><c>stroke validate PIPELINE</c>.</summary>
internal static class ValidateCommand
{
    public static Command Create()
    {
        var pipeline = new Argument<string>("PIPELINE") { Description = "The pipeline's JSON file." };
        var common = new CommonOptions();
        var command = new Command("validate", "Checks a pipeline and says everything that is wrong with it at once.") { pipeline, common.Set, common.Swap, common.Plugins, common.Verbose };
        command.SetAction(parsed => Boundary.Run(parsed.GetValue(common.Verbose), () =>
        {
            PluginCatalog catalog = common.Scan(parsed);
            var overrides = new PipelineOverrides { Sets = parsed.GetValue(common.Set) ?? [], Swaps = parsed.GetValue(common.Swap) ?? [] };
            PipelinePlan plan = PipelinePlanner.Plan(parsed.GetValue(pipeline)!, catalog, overrides);
            // Some rules tie parameters together; only the stages themselves know them.
            PreparedPipeline.Prepare(plan, new PluginHost(catalog));
            Console.Out.WriteLine($"'{plan.Definition.Name}' is in order: {plan.Nodes.Count} nodes, outputs {string.Join(", ", plan.Outputs.Select(o => o.Name))}.");
            foreach (PlannedNode node in plan.Nodes)
                Console.Out.WriteLine($"  {node.Name}: {node.Stage.Stage.Id} of {node.Stage.Plugin.Name} ({node.Stage.Plugin.Shelf.Name})");
            foreach (PipelineDiagnostic migration in plan.Migrations) Console.Out.WriteLine(migration.Format(plan.Definition.File));
            return ExitCodes.Success;
        }));
        return command;
    }
}
