using System.CommandLine;
using StrokeFramework.Host.Data;
using StrokeFramework.Host.Pipelines;

namespace StrokeFramework.Cli.Commands;

/// <summary><c>stroke schema</c>.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        var common = new CommonOptions();
        var output = new Option<string?>("--out") { Description = "File to write; the terminal when not given.", HelpName = "FILE" };
        var command = new Command("schema", "Writes the JSON schema of pipelines over the installed plugins, for completion in an editor.") { output, common.Plugins, common.Verbose };
        command.SetAction(parsed => Boundary.Run(parsed.GetValue(common.Verbose), () =>
        {
            string schema = PipelineSchema.Export(common.Scan(parsed));
            if (parsed.GetValue(output) is { } file) AtomicFile.WriteText(file, schema);
            else Console.Out.Write(schema);
            return ExitCodes.Success;
        }));
        return command;
    }
}
