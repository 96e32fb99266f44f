using System.Text;

namespace StrokeFramework.Host.Data;

/// <summary>
/// Writes files that are complete or absent: content goes to a hidden temporary file beside the target, which takes the
/// target's name only when everything is written. After a failure or a cancellation nothing new is left.
/// </summary>
public static class AtomicFile
{
    // The numbers that operating systems give for "no space left": Linux and macOS (ENOSPC, EDQUOT), then Windows.
    private static readonly int[] FullDisk = [28, 122, 69, unchecked((int)0x80070070), unchecked((int)0x80070027)];

    /// <summary>Writes a file, replacing one that is there. Missing folders are made.</summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes the content; when it throws, the target stays as it was.</param>
    /// <exception cref="DataException">The file cannot be written; the message says why.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(write);
        string target = Path.GetFullPath(path);
        string folder = Path.GetDirectoryName(target) ?? throw new DataException($"'{path}' is the root of a disk, but a file is needed here.");
        string temporary = Path.Combine(folder, $".{Guid.NewGuid():N}.tmp");
        try
        {
            Directory.CreateDirectory(folder);
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16)) write(stream);
            File.Move(temporary, target, overwrite: true);
        }
        catch (Exception e)
        {
            Remove(temporary);
            if (e is IOException or UnauthorizedAccessException) throw Translate(e, path);
            throw;
        }
    }

    /// <summary>Writes text as UTF-8 without a byte-order mark, line ends as given.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">The content.</param>
    /// <exception cref="DataException">The file cannot be written; the message says why.</exception>
    public static void WriteText(string path, string text) => Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));

    private static DataException Translate(Exception e, string path)
    {
        if (Directory.Exists(path)) return new($"'{path}' cannot be written: there is a folder of that name.", e);
        if (FullDisk.Contains(e.HResult)) return new($"'{path}' cannot be written: the disk is full. Free some space or choose another output folder.", e);
        if (e is UnauthorizedAccessException) return new($"'{path}' cannot be written: permission is denied. Choose another output folder.", e);
        return new($"'{path}' cannot be written: {e.Message.TrimEnd('.')}.", e);
    }

    private static void Remove(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The failure that led here is the one to report; the leftover is hidden and never read.
        }
    }
}
