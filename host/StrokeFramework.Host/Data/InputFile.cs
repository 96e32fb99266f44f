namespace StrokeFramework.Host.Data;

/// <summary>Opens files for reading and turns what can go wrong into sentences.</summary>
internal static class InputFile
{
    /// <summary>Opens a file for sequential reading.</summary>
    /// <exception cref="DataException">The file is absent or cannot be opened.</exception>
    public static FileStream Open(string path)
    {
        try
        {
            return new FileStream(path, new FileStreamOptions { Options = FileOptions.SequentialScan, BufferSize = 0 });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw Translate(e, path);
        }
    }

    /// <summary>The sentence for a failure while opening or reading a file.</summary>
    public static DataException Translate(Exception e, string path) => e switch
    {
        DataException data => data,
        FileNotFoundException or DirectoryNotFoundException => new($"The file '{path}' does not exist.", e),
        UnauthorizedAccessException when Directory.Exists(path) => new($"'{path}' is a folder, but a file is needed here.", e),
        UnauthorizedAccessException => new($"The file '{path}' may not be read: permission is denied.", e),
        _ => new($"The file '{path}' could not be read: {e.Message.TrimEnd('.')}.", e),
    };
}
