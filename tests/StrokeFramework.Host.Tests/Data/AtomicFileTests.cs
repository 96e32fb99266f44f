using StrokeFramework.Host.Data;

namespace StrokeFramework.Host.Tests.Data;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Write_MakesFoldersAndReplacesWhatIsThere()
    {
        string path = _folder.File("a", "b.txt");
        AtomicFile.WriteText(path, "first");
        AtomicFile.WriteText(path, "zweite Fassung, µ");
        Assert.Equal("zweite Fassung, µ"u8.ToArray(), File.ReadAllBytes(path));
        Assert.Single(Directory.GetFileSystemEntries(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public void FailureHalfWay_LeavesTheOldFileAndNothingElse()
    {
        string path = _folder.Write("old", "x.txt");
        Assert.Throws<OperationCanceledException>(() => AtomicFile.Write(path, stream =>
        {
            stream.Write("new"u8);
            throw new OperationCanceledException();
        }));
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Single(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void FullDisk_IsSaidInASentence()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "This system has no device that is always full.");
        string path = _folder.File("x.txt");
        DataException e = Assert.Throws<DataException>(() => AtomicFile.Write(path, _ =>
        {
            using var full = new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, 0);
            full.Write(new byte[4096]);
        }));
        Assert.Equal($"'{path}' cannot be written: the disk is full. Free some space or choose another output folder.", e.Message);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void TargetThatIsAFolder_IsSaidInASentence()
    {
        DataException e = Assert.Throws<DataException>(() => AtomicFile.WriteText(_folder.Path, "x"));
        Assert.Equal($"'{_folder.Path}' cannot be written: there is a folder of that name.", e.Message);
    }

    [Fact]
    public void ParentThatIsAFile_IsSaidInASentence()
    {
        string file = _folder.Write("x", "file");
        DataException e = Assert.Throws<DataException>(() => AtomicFile.WriteText(Path.Combine(file, "y.txt"), "x"));
        Assert.Contains("y.txt' cannot be written: ", e.Message, StringComparison.Ordinal);
    }
}
