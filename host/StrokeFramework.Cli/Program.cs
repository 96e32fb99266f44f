using System.CommandLine;
using System.Runtime.CompilerServices;
using StrokeFramework.Cli;
using StrokeFramework.Cli.Commands;
using StrokeFramework.Cli.Output;
using StrokeFramework.Host.Plugins;

// The one command that completion scripts and impatient people call often: without options there is nothing to parse.
if (args is ["plugins", "list"]) return Boundary.Run(verbose: false, () => PluginList.Write(Console.Out, StrokeLocations.OfThisProgram().Scan([])));
return QuickExit.With(Invoke(args));

// A method of its own, so that the library of options is loaded by those commands alone that need it.
[MethodImpl(MethodImplOptions.NoInlining)]
static int Invoke(string[] args)
{
    var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(10) };
    ParseResult parsed = StrokeCommand.Create(args).Parse(args);
    if (parsed.Errors.Count > 0)
    {
        if (UnknownCommand.Describe(parsed) is { } unknown) Console.Error.WriteLine(unknown);
        else foreach (System.CommandLine.Parsing.ParseError error in parsed.Errors) Console.Error.WriteLine(error.Message);
        Console.Error.WriteLine($"'stroke {parsed.CommandResult.Command.Name} --help' shows what it takes.".Replace("stroke stroke", "stroke", StringComparison.Ordinal));
        return ExitCodes.BadRequest;
    }

    // A command without asynchronous work skips the machinery for it.
    return parsed.CommandResult.Command.Action is System.CommandLine.Invocation.SynchronousCommandLineAction ? parsed.Invoke(configuration) : parsed.InvokeAsync(configuration).GetAwaiter().GetResult();
}
