using StrokeFramework.Host.Data;
using StrokeFramework.Host.Locking;
using StrokeFramework.Host.Models;
using StrokeFramework.Host.Pipelines;
using StrokeFramework.Host.Plugins;

namespace StrokeFramework.Cli;

/// <summary>Turns what goes wrong into sentences on the error stream and an exit status.</summary>
internal static class Boundary
{
    public static async Task<int> RunAsync(bool verbose, Func<Task<int>> action)
    {
        try
        {
            return await action().ConfigureAwait(false);
        }
#pragma warning disable CA1031 // the last resort: whatever goes wrong still ends in a sentence
        catch (Exception e)
#pragma warning restore CA1031
        {
            return Explain(e, verbose);
        }
    }

    public static int Run(bool verbose, Func<int> action)
    {
        try
        {
            return action();
        }
#pragma warning disable CA1031 // the last resort: whatever goes wrong still ends in a sentence
        catch (Exception e)
#pragma warning restore CA1031
        {
            return Explain(e, verbose);
        }
    }

    private static int Explain(Exception e, bool verbose)
    {
        switch (e)
        {
            case OperationCanceledException:
                Console.Error.WriteLine("Cancelled. Files that were written are complete; nothing half-written is left.");
                return ExitCodes.Cancelled;
            case RequestException or PipelineException or PluginException or DataException or ModelException or PipelineLockException:
                Console.Error.WriteLine(e.Message);
                if (verbose) Console.Error.WriteLine(e);
                return ExitCodes.BadRequest;
            default:
                Console.Error.WriteLine($"This is a fault in stroke itself: {e.GetType().Name}: {e.Message}");
                Console.Error.WriteLine(verbose ? e.ToString() : "--verbose shows where it happened; please report it.");
                return ExitCodes.InternalError;
        }
    }
}
