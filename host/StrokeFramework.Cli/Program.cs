using System.CommandLine;
using StrokeFramework.Cli;
using StrokeFramework.Cli.Commands;

var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(10) };
ParseResult parsed = StrokeCommand.Create(args).Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (System.CommandLine.Parsing.ParseError error in parsed.Errors) Console.Error.WriteLine(error.Message);
    Console.Error.WriteLine($"'stroke {parsed.CommandResult.Command.Name} --help' shows what it takes.".Replace("stroke stroke", "stroke", StringComparison.Ordinal));
    return ExitCodes.BadRequest;
}

// A command without asynchronous work skips the machinery for it.
return parsed.CommandResult.Command.Action is System.CommandLine.Invocation.SynchronousCommandLineAction ? parsed.Invoke(configuration) : parsed.InvokeAsync(configuration).GetAwaiter().GetResult();
