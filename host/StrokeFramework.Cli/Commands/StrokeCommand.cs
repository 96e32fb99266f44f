using System.CommandLine;

namespace StrokeFramework.Cli.Commands;

/// <summary>The root of the command line.</summary>
internal static class StrokeCommand
{
    public static RootCommand Create() => new("Segments and classifies stroke lesions on diffusion-weighted MRI, by pipelines of plugins. Research software, not a medical device.")
    {
        DemoCommand.Create(),
        RunCommand.Create(),
        TrainCommand.Create(),
        EvaluateCommand.Create(),
        PhantomCommand.Create(),
        ValidateCommand.Create(),
        SchemaCommand.Create(),
        PluginsCommand.Create(),
    };
}
