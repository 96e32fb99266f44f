using StrokeFramework.Host.Packages;

namespace StrokeFramework.Cli.Watching;

/// <summary>
/// Where a watch keeps what it makes: the results, and beside them a hidden folder with the plugin's own shelf and the
/// run under way. Results are put in place as a whole folder, so that somebody who looks sees one run or the next.
/// </summary>
internal sealed class WatchPlaces
{
    // Says that a folder may be replaced: watch puts it there, and takes no folder that lacks it.
    private const string Marker = ".stroke-watch";

    public WatchPlaces(string output)
    {
        Output = Path.TrimEndingDirectorySeparator(Path.GetFullPath(output));
        string parent = Path.GetDirectoryName(Output) ?? throw new RequestException($"'{output}' is the root of a disk; --out wants a folder.");
        Work = Path.Combine(parent, $".{Path.GetFileName(Output)}.watch");
    }

    /// <summary>The results of the last run that succeeded.</summary>
    public string Output { get; }

    /// <summary>The hidden folder beside them; it goes when the watch ends.</summary>
    public string Work { get; }

    /// <summary>The shelf on which the plugin under development stands alone.</summary>
    public string Shelf => Path.Combine(Work, "shelf");

    /// <summary>Where the run under way writes.</summary>
    public string Next => Path.Combine(Work, "next");

    /// <summary>Makes the folders for one watch, and removes the hidden one when that ends.</summary>
    /// <exception cref="RequestException">The folder is somebody else's, in use, or cannot be written.</exception>
    public IDisposable Claim()
    {
        if (File.Exists(Output)) throw new RequestException($"'{Output}' is a file; --out wants a folder.");
        if (Directory.Exists(Output) && !File.Exists(Path.Combine(Output, Marker)) && Directory.EnumerateFileSystemEntries(Output).Any())
            throw new RequestException($"'{Output}' holds other files, and each run replaces the whole folder. Give a new or an empty one by --out.");
        try
        {
            Directory.CreateDirectory(Work);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RequestException($"'{Work}' cannot be made: {e.Message.TrimEnd('.')}. Choose another folder by --out.", e);
        }

        var claim = new WatchClaim(this);
        Clear(Shelf);
        return claim;
    }

    /// <summary>An empty folder for the next run.</summary>
    public void BeginRun()
    {
        Clear(Next);
        Directory.CreateDirectory(Next);
        File.WriteAllText(Path.Combine(Next, Marker), "Made by 'stroke plugins watch', which replaces this folder at each run.\n");
    }

    /// <summary>Puts what the run made in place of what the run before made.</summary>
    public void EndRun()
    {
        _ = FolderSwap.Put(Next, Output);
        Clear(Next);
    }

    private static void Clear(string folder)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }
}
