using System.Security.Cryptography;
using System.Text;
using StrokeFramework.Host.Data;

namespace StrokeFramework.Host.Training;

/// <summary>
/// Keeps the state of a training in a file beside the model that it will become, under a hash of everything that the
/// training depends on: only the same training goes on from it.
/// </summary>
internal sealed class FileCheckpoints(string path, string training, bool resume) : ICheckpointStore
{
    private readonly byte[] _key = SHA256.HashData(Encoding.UTF8.GetBytes(training));

    /// <exception cref="DataException">The file is of another training, damaged, or cannot be read.</exception>
    public Stream? Open()
    {
        if (!resume || !File.Exists(path)) return null;
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataException($"The checkpoint '{path}' cannot be read: {e.Message}", e);
        }

        const int Hash = SHA256.HashSizeInBytes;
        if (bytes.Length < 2 * Hash || !SHA256.HashData(bytes.AsSpan(0, bytes.Length - Hash)).AsSpan().SequenceEqual(bytes.AsSpan(bytes.Length - Hash)))
            throw new DataException($"The checkpoint '{path}' is damaged. Delete it and train from the start, without --resume.");
        if (!bytes.AsSpan(0, Hash).SequenceEqual(_key))
            throw new DataException($"The checkpoint '{path}' is of another training: data, parameters, seed, threads or plugin differ. Train as before, or leave out --resume to start anew.");
        return new MemoryStream(bytes, Hash, bytes.Length - (2 * Hash), writable: false);
    }

    public void Write(Action<Stream> write) => AtomicFile.Write(path, stream =>
    {
        using var content = new MemoryStream();
        content.Write(_key);
        write(content);
        ReadOnlySpan<byte> bytes = content.GetBuffer().AsSpan(0, (int)content.Length);
        stream.Write(bytes);
        stream.Write(SHA256.HashData(bytes));
    });
}
