namespace StrokeFramework.Cli.Watching;

/// <summary>Waits for edits. An editor that saves in several steps, or several files at once, counts once.</summary>
internal sealed class SourceWatch(PluginProject project, string pipeline, string output)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);

    // As long as nothing changes for this time, the edit is over.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(200);

    /// <summary>The files as they are now.</summary>
    /// <exception cref="RequestException">The folder is gone.</exception>
    public SourceSnapshot Look() => TryLook() ?? throw new RequestException($"The folder '{project.Watched}' is gone.");

    /// <summary>Waits until the files differ from an earlier look and have come to rest.</summary>
    public async Task<WatchChange> WaitAsync(SourceSnapshot seen, CancellationToken cancellation)
    {
        DateTime unchanged = DateTime.UtcNow;
        while (true)
        {
            await Task.Delay(Poll, cancellation).ConfigureAwait(false);
            DateTime looked = DateTime.UtcNow;
            SourceSnapshot now = Look();
            if (now.ChangedSince(seen).Count == 0)
            {
                unchanged = looked;
                continue;
            }

            now = await RestAsync(now, cancellation).ConfigureAwait(false);
            IReadOnlyList<string> changed = now.ChangedSince(seen);
            // Saved and taken back within the time of rest: nothing happened.
            if (changed.Count == 0) continue;
            DateTime saved = now.SavedAt(changed) ?? looked;
            return new(now, changed, saved < unchanged ? unchanged : saved);
        }
    }

    private async Task<SourceSnapshot> RestAsync(SourceSnapshot now, CancellationToken cancellation)
    {
        while (true)
        {
            await Task.Delay(Quiet, cancellation).ConfigureAwait(false);
            SourceSnapshot next = Look();
            if (next.ChangedSince(now).Count == 0) return next;
            now = next;
        }
    }

    // A folder below can vanish while it is looked through, as when a branch is changed; a second look then helps.
    private SourceSnapshot? TryLook()
    {
        while (Directory.Exists(project.Watched))
        {
            try
            {
                return SourceSnapshot.Take(project, pipeline, output);
            }
            catch (DirectoryNotFoundException)
            {
                Thread.Sleep(Poll);
            }
        }

        return null;
    }
}
