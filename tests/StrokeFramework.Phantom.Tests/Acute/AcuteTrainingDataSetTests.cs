using StrokeFramework.Host.Data;

namespace StrokeFramework.Phantom.Tests;

public sealed class AcuteTrainingDataSetTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "acute-" + Guid.NewGuid().ToString("N"));

    public void Dispose()
    {
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Write_DataSet_ReadsBackAsStudiesWithTruth()
    {
        IReadOnlyList<AcuteTrainingRecord> records = AcuteTrainingDataSet.Write(
            _folder, SmallAcute.Library, SmallAcute.Settings, 5, 3, cancellationToken: TestContext.Current.CancellationToken);
        AcuteTrainingStudy second = SmallAcute.Create(1);
        Assert.Equal(new AcuteTrainingRecord("acute0002", second.StrokeType, second.LesionVolume), records[1]);
        string images = Path.Combine(_folder, "rawdata", "sub-acute0002", "ses-0001", "dwi", "sub-acute0002_ses-0001_");
        Volume<float> dwi = NiftiFile.Read(images + "dwi.nii.gz", TestContext.Current.CancellationToken).Volume;
        Assert.True(dwi.Span.SequenceEqual(second.Dwi.Span));
        Assert.Null(dwi.Geometry.DescribeMismatch(second.Dwi.Geometry));
        string mask = Path.Combine(_folder, "derivatives", "sub-acute0002", "ses-0001", "sub-acute0002_ses-0001_msk.nii.gz");
        Assert.True(NiftiFile.ReadLabels(mask, TestContext.Current.CancellationToken).Volume.Span.SequenceEqual(second.Mask.Span));
        DataSet data = DataSet.Open(_folder);
        Assert.Equal(3, data.Studies.Count);
        Assert.Equal(4, File.ReadAllLines(Path.Combine(_folder, "participants.tsv")).Length);
    }
}
