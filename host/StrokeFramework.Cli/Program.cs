using System.CommandLine;
using StrokeFramework.Cli;
using StrokeFramework.Cli.Commands;

var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(10) };
ParseResult parsed = StrokeCommand.Create().Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (System.CommandLine.Parsing.ParseError error in parsed.Errors) Console.Error.WriteLine(error.Message);
    Console.Error.WriteLine($"'stroke {parsed.CommandResult.Command.Name} --help' shows what it takes.".Replace("stroke stroke", "stroke", StringComparison.Ordinal));
    return ExitCodes.BadRequest;
}

return await parsed.InvokeAsync(configuration);
