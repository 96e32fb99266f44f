using System.Text.Json;
using StrokeFramework.Host.Data;

namespace StrokeFramework.Phantom.Tests;

public sealed class PhantomDataSetTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "phantom-" + Guid.NewGuid().ToString("N"));

    public void Dispose()
    {
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Write_DataSet_HasTheIslesLayoutAndReadsBack()
    {
        IReadOnlyList<StudyRecord> records = PhantomDataSet.Write(_folder, SmallPhantom.Settings, 21, 3, cancellationToken: TestContext.Current.CancellationToken);
        PhantomStudy first = PhantomGenerator.Create(SmallPhantom.Settings, 21, 0);
        string images = Path.Combine(_folder, "rawdata", "sub-phantom0001", "ses-0001", "dwi", "sub-phantom0001_ses-0001_");
        Volume<float> dwi = NiftiFile.Read(images + "dwi.nii.gz", TestContext.Current.CancellationToken).Volume;
        Assert.True(dwi.Span.SequenceEqual(first.Dwi.Span));
        Assert.Null(dwi.Geometry.DescribeMismatch(first.Dwi.Geometry));
        Assert.True(NiftiFile.Read(images + "adc.nii.gz", TestContext.Current.CancellationToken).Volume.Span.SequenceEqual(first.Adc.Span));
        string mask = Path.Combine(_folder, "derivatives", "sub-phantom0001", "ses-0001", "sub-phantom0001_ses-0001_msk.nii.gz");
        Assert.True(NiftiFile.ReadLabels(mask, TestContext.Current.CancellationToken).Volume.Span.SequenceEqual(first.Mask.Span));

        using JsonDocument sidecar = JsonDocument.Parse(File.ReadAllText(images + "dwi.json"));
        Assert.Equal(1000, sidecar.RootElement.GetProperty("DiffusionBValue").GetDouble());
        Assert.Equal(0.09, sidecar.RootElement.GetProperty("EchoTime").GetDouble());
        Assert.Equal(12, sidecar.RootElement.GetProperty("BitsStored").GetInt32());

        string[] participants = File.ReadAllLines(Path.Combine(_folder, "participants.tsv"));
        Assert.Equal(4, participants.Length);
        Assert.Equal($"sub-phantom0001\t{first.StrokeType}", string.Join('\t', participants[1].Split('\t')[..2]));
        string[] lesions = File.ReadAllLines(Path.Combine(_folder, "lesions.tsv"));
        Assert.Equal(1 + records.Sum(r => r.Lesions.Count), lesions.Length);
        Assert.All(lesions, line => Assert.Equal(lesions[0].Split('\t').Length, line.Split('\t').Length));
    }

    [Fact]
    public void Write_Twice_GivesTheSameBytesAtAnyThreadCount()
    {
        string one = Path.Combine(_folder, "one"), two = Path.Combine(_folder, "two");
        PhantomDataSet.Write(one, SmallPhantom.Settings, 4, 3, threads: 1, cancellationToken: TestContext.Current.CancellationToken);
        PhantomDataSet.Write(two, SmallPhantom.Settings, 4, 3, threads: 3, cancellationToken: TestContext.Current.CancellationToken);
        string[] files = [.. Directory.EnumerateFiles(one, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(one, f))];
        Assert.Equal((3 * 7) + 5, files.Length);
        foreach (string file in files)
            Assert.Equal(File.ReadAllBytes(Path.Combine(one, file)), File.ReadAllBytes(Path.Combine(two, file)));
    }

    [Fact]
    public void Write_Cancelled_Stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => PhantomDataSet.Write(_folder, SmallPhantom.Settings, 1, 2, cancellationToken: source.Token));
        Assert.False(File.Exists(Path.Combine(_folder, "participants.tsv")));
    }
}
