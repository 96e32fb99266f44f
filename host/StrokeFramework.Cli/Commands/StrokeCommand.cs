using System.CommandLine;

namespace StrokeFramework.Cli.Commands;

/// <summary>The root of the command line.</summary>
internal static class StrokeCommand
{
    private static readonly string[] Order = ["demo", "run", "train", "evaluate", "compare", "phantom", "validate", "schema", "lock", "plugins"];

    /// <summary>The root with the command that the first word names, or with all of them, for help and for guesses.</summary>
    /// <param name="arguments">What the user wrote.</param>
    public static RootCommand Create(IReadOnlyList<string> arguments)
    {
        var root = new RootCommand("Segments and classifies stroke lesions on diffusion-weighted MRI, by pipelines of plugins. Research software, not a medical device.");
        // Making a command costs a millisecond or more, and only one is wanted.
        if (arguments.Count > 0 && Make(arguments[0]) is { } wanted)
        {
            root.Add(wanted);
            return root;
        }

        foreach (string name in Order) root.Add(Make(name)!);
        return root;
    }

    private static Command? Make(string name) => name switch
    {
        "demo" => DemoCommand.Create(),
        "run" => RunCommand.Create(),
        "train" => TrainCommand.Create(),
        "evaluate" => EvaluateCommand.Create(),
        "compare" => CompareCommand.Create(),
        "phantom" => PhantomCommand.Create(),
        "validate" => ValidateCommand.Create(),
        "schema" => SchemaCommand.Create(),
        "lock" => LockCommand.Create(),
        "plugins" => PluginsCommand.Create(),
        _ => null,
    };
}
