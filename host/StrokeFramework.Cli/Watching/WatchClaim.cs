namespace StrokeFramework.Cli.Watching;

/// <summary>Keeps a second watch away from the same folder while the first one lasts.</summary>
internal sealed class WatchClaim : IDisposable
{
    private readonly string _folder;
    private readonly FileStream _lock;

    public WatchClaim(WatchPlaces places)
    {
        _folder = places.Work;
        try
        {
            _lock = new(Path.Combine(_folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new RequestException($"Another watch writes to '{places.Output}'. End it, or give this one a folder of its own by --out.", e);
        }
    }

    public void Dispose()
    {
        _lock.Dispose();
        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"Warning: '{_folder}' could not be removed: {e.Message}");
        }
    }
}
