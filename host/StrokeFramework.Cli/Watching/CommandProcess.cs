using System.ComponentModel;
using System.Diagnostics;

namespace StrokeFramework.Cli.Watching;

/// <summary>Runs another program and ends it, with what it started, when the user wishes to stop.</summary>
internal static class CommandProcess
{
    /// <summary>Runs a program and reads what it writes.</summary>
    public static async Task<CommandResult> RunAsync(ProcessStartInfo start, CancellationToken cancellation)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        using Process process = Start(start);
        Task<string> output = process.StandardOutput.ReadToEndAsync(CancellationToken.None), error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        int exit = await EndAsync(process, cancellation).ConfigureAwait(false);
        return new(exit, await output.ConfigureAwait(false) + await error.ConfigureAwait(false));
    }

    /// <summary>Runs a program that writes to the user.</summary>
    public static async Task<int> ShowAsync(ProcessStartInfo start, CancellationToken cancellation)
    {
        using Process process = Start(start);
        return await EndAsync(process, cancellation).ConfigureAwait(false);
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new RequestException($"'{start.FileName}' cannot be started: {e.Message}. Building a plugin needs the .NET 10 SDK; see https://dotnet.microsoft.com/download.", e);
        }
    }

    private static async Task<int> EndAsync(Process process, CancellationToken cancellation)
    {
        try
        {
            await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
            throw;
        }

        return process.ExitCode;
    }
}
