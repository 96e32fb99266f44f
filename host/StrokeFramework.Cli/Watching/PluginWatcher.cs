using System.Diagnostics;
using StrokeFramework.Cli.Output;

namespace StrokeFramework.Cli.Watching;

/// <summary>Builds the plugin and runs the pipeline, then waits for an edit and does so again.</summary>
/// <param name="project">The plugin's project.</param>
/// <param name="pipeline">The graph's file.</param>
/// <param name="places">Where the shelf and the results lie.</param>
/// <param name="run">Starts the run in a process of its own, given its shelf: a plugin, once loaded, is never let go.</param>
internal sealed class PluginWatcher(PluginProject project, string pipeline, WatchPlaces places, Func<string, ProcessStartInfo> run)
{
    private readonly SourceWatch _watch = new(project, pipeline, places.Output);
    private readonly WatchConsole _console = new(project);

    /// <summary>Watches until the user stops it, or so many results are made.</summary>
    /// <param name="count">How often to build and run; null for ever.</param>
    /// <param name="cancellation">The user's wish to stop.</param>
    /// <returns>The exit status of the last build and run.</returns>
    public async Task<int> RunAsync(int? count, CancellationToken cancellation)
    {
        await using var build = new PluginBuild(project, places.Shelf);
        var change = new WatchChange(_watch.Look(), [], DateTime.UtcNow);
        int done = 0;
        while (true)
        {
            _console.Begin(change);
            (int exit, WatchChange? edited) = await TryOnceAsync(build, change, cancellation).ConfigureAwait(false);
            if (edited is null && ++done == count) return exit;
            if (edited is null)
            {
                _console.Wait(first: done == 1);
                edited = await _watch.WaitAsync(change.Sources, cancellation).ConfigureAwait(false);
            }

            change = edited;
        }
    }

    /// <summary>Builds and runs once. The second is an edit that came while the pipeline ran, whose result nobody wants any more.</summary>
    private async Task<(int Exit, WatchChange? Edited)> TryOnceAsync(PluginBuild build, WatchChange change, CancellationToken cancellation)
    {
        bool restore = change.Files.Count == 0 || change.Files.Any(SourceSnapshot.ConcernsPackages);
        BuildResult built = await build.RunAsync(restore, cancellation).ConfigureAwait(false);
        _console.Built(built, Directory.Exists(places.Output));
        if (!built.Succeeded) return (ExitCodes.CheckFailed, null);

        long clock = Stopwatch.GetTimestamp();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Task<int> running = CommandProcess.ShowAsync(run(places.Shelf), ending.Token);
        Task<WatchChange> editing = _watch.WaitAsync(change.Sources, ending.Token);
        await Task.WhenAny(running, editing).ConfigureAwait(false);
        bool isDone = running.IsCompleted;
        await ending.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(running, editing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellation.ThrowIfCancellationRequested();
        if (!isDone) return (ExitCodes.Success, await editing.ConfigureAwait(false));
        int exit = await running.ConfigureAwait(false);
        if (exit == ExitCodes.Success) WatchConsole.Timed(change, built.Time, Stopwatch.GetElapsedTime(clock));
        return (exit, null);
    }
}
