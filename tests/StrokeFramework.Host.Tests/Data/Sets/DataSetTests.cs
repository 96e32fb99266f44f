using StrokeFramework.Host.Data;
using StrokeFramework.TestSupport;

namespace StrokeFramework.Host.Tests.Data;

public sealed class DataSetTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void IslesFolder_GivesItsThreeCases()
    {
        DataSet set = DataSet.Open(SharedData.PathOf("data/isles22"));
        Assert.Equal(["strokecase0003", "strokecase0004", "strokecase0009"], set.Studies.Select(s => s.Subject));
        Assert.All(set.Studies, s =>
        {
            Assert.Equal("0001", s.Session);
            Assert.EndsWith($"{s.Name}_dwi.nii.gz", s.Dwi, StringComparison.Ordinal);
            Assert.EndsWith($"{s.Name}_adc.nii.gz", s.Adc, StringComparison.Ordinal);
            Assert.Null(s.B0);
        });
        Assert.Equal("sub-strokecase0003_ses-0001", set.Studies[0].Name);
        Assert.Equal(Path.Combine("sub-strokecase0003", "ses-0001"), set.Studies[0].Folder);
        Assert.Empty(set.Warnings);
    }

    [Fact]
    public void NormalBrain_IsOneStudyWithAdcAndB0()
    {
        StudySource study = Assert.Single(DataSet.Open(SharedData.PathOf("data/normal-dwi")).Studies);
        Assert.Equal("sub-derived", study.Name);
        Assert.EndsWith("derived_dwi_b1000_trace_geomean12.nii.gz", study.Dwi, StringComparison.Ordinal);
        Assert.EndsWith("derived_adc_1e-6mm2s.nii.gz", study.Adc, StringComparison.Ordinal);
        Assert.EndsWith("derived_b0.nii.gz", study.B0, StringComparison.Ordinal);
    }

    // Every line is one layout: the DWI, then what belongs to it, then the name that the study gets.
    [Theory]
    [InlineData("rawdata/sub-a/ses-1/dwi/sub-a_ses-1_dwi.nii.gz", "rawdata/sub-a/ses-1/dwi/sub-a_ses-1_adc.nii.gz", "sub-a_ses-1")]
    [InlineData("rawdata/sub-a/ses-1/sub-a_ses-1_dwi.nii.gz", "rawdata/sub-a/ses-1/sub-a_ses-1_adc.nii.gz", "sub-a_ses-1")]
    [InlineData("sub-a/ses-1/dwi/sub-a_ses-1_dwi.nii", "sub-a/ses-1/dwi/sub-a_ses-1_adc.nii", "sub-a_ses-1")]
    [InlineData("sub-a/dwi/sub-a_dwi.nii.gz", "sub-a/dwi/sub-a_adc.nii.gz", "sub-a")]
    [InlineData("sub-a/sub-a_dwi.nii.gz", "sub-a/sub-a_adc.nii.gz", "sub-a")]
    [InlineData("sub-a_ses-1_dwi.nii.gz", "sub-a_ses-1_adc.nii.gz", "sub-a_ses-1")]
    [InlineData("sub-a/ses-1/dwi/sub-a_ses-1_desc-trace_dwi.nii.gz", "sub-a/ses-1/dwi/sub-a_ses-1_desc-adc_dwi.nii.gz", "sub-a_ses-1")]
    [InlineData("sub-a/ses-1/dwi/dwi.nii.gz", "sub-a/ses-1/dwi/adc.nii.gz", "sub-a_ses-1")]
    [InlineData("patient_1_dwi.nii.gz", "patient_1_adc.nii.gz", "sub-patient1")]
    [InlineData("patient_1_DWI.NII.GZ", "patient_1_ADC.NII.GZ", "sub-patient1")]
    [InlineData("patient_1_b1000.nii.gz", "patient_1_adcmap.nii.gz", "sub-patient1")]
    [InlineData("patient_1/dwi.nii.gz", "patient_1/adc.nii.gz", "sub-patient1")]
    [InlineData("patient_1.nii.gz", "patient_1_adc.nii.gz", "sub-patient1")]
    [InlineData("slice.png", "slice_adc.png", "sub-slice")]
    public void Layout_IsUnderstood(string dwi, string adc, string name)
    {
        Touch(dwi, adc, "dataset_description.json", ".hidden_dwi.nii.gz", ".git/x_dwi.nii.gz", "sub-a/anat/sub-a_flair.nii.gz", "other_t2.nii.gz",
            "derivatives/sub-a/ses-1/sub-a_ses-1_dwi.nii.gz", "sub-a/dwi/sub-a_dwi.bval", "x_mask.nii.gz", "y_brain_mask.nii.gz");
        DataSet set = DataSet.Open(_folder.Path);
        StudySource study = Assert.Single(set.Studies);
        Assert.Equal((name, _folder.File(dwi), _folder.File(adc)), (study.Name, study.Dwi, study.Adc));
        Assert.Empty(set.Warnings);
    }

    [Theory]
    [InlineData("sub-a_b0.nii.gz")]
    [InlineData("sub-a_sbref.nii.gz")]
    [InlineData("sub-a_desc-b0_dwi.nii.gz")]
    [InlineData("sub-a_acq-b0_dwi.nii.gz")]
    public void B0_GoesByItsNamesInUse(string b0)
    {
        Touch("sub-a_dwi.nii.gz", b0);
        foreach (string input in new[] { _folder.Path, _folder.File("sub-a_dwi.nii.gz") })
            Assert.Equal(_folder.File(b0), Assert.Single(DataSet.Open(input).Studies).B0);
    }

    [Fact]
    public void SingleFile_BringsWhatLiesBesideIt_AndOverridesWin()
    {
        Touch("sub-a_ses-1_dwi.nii.gz", "sub-a_ses-1_adc.nii.gz", "sub-a_ses-2_adc.nii.gz", "sub-b_ses-1_dwi.nii.gz", "other.nii.gz");
        string dwi = _folder.File("sub-a_ses-1_dwi.nii.gz"), other = _folder.File("other.nii.gz");
        Assert.Equal(_folder.File("sub-a_ses-1_adc.nii.gz"), Assert.Single(DataSet.Open(dwi).Studies).Adc);
        StudySource study = Assert.Single(DataSet.Open(dwi, adc: other, b0: other).Studies);
        Assert.Equal((other, other), (study.Adc, study.B0));
        StudySource lone = Assert.Single(DataSet.Open(other).Studies);
        Assert.Equal(("sub-other", null, null), (lone.Name, lone.Adc, lone.B0));
    }

    [Fact]
    public void Override_ForSeveralStudies_IsRefused()
    {
        Touch("sub-a_dwi.nii.gz", "sub-b_dwi.nii.gz", "adc.nii.gz");
        DataException e = Assert.Throws<DataException>(() => DataSet.Open(_folder.Path, adc: _folder.File("adc.nii.gz")));
        Assert.Contains("belongs to one study", e.Message, StringComparison.Ordinal);
        Assert.Contains("holds 2", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TwoFilesForOneRole_AreSaid_AndTheFirstIsUsed()
    {
        Touch("sub-a_run-1_dwi.nii.gz", "sub-a_run-2_dwi.nii.gz", "sub-a_run-1_adc.nii.gz", "sub-a_run-2_adc.nii.gz");
        DataSet set = DataSet.Open(_folder.Path);
        StudySource study = Assert.Single(set.Studies);
        Assert.Equal((_folder.File("sub-a_run-1_dwi.nii.gz"), _folder.File("sub-a_run-1_adc.nii.gz")), (study.Dwi, study.Adc));
        Assert.Contains("'sub-a' has 2 files that could be its DWI", Assert.Single(set.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void AdcWithoutDwi_IsSaid()
    {
        Touch("sub-a_dwi.nii.gz", "sub-b_adc.nii.gz");
        DataSet set = DataSet.Open(_folder.Path);
        Assert.Equal("sub-a", Assert.Single(set.Studies).Name);
        Assert.Equal("'sub-b' has no DWI (only 'sub-b_adc.nii.gz') and is left out.", Assert.Single(set.Warnings));
    }

    [Fact]
    public void LooseFilesOfOneNameInSeveralFolders_AreToldApartByTheFolder()
    {
        Touch("p1/scan.nii.gz", "p2/scan.nii.gz");
        Assert.Equal(["sub-p1scan", "sub-p2scan"], DataSet.Open(_folder.Path).Studies.Select(s => s.Name));
    }

    [Fact]
    public void CircularLinks_AreFollowedOnce()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making links needs a privilege on this system.");
        Touch("data/sub-a/sub-a_dwi.nii.gz");
        Directory.CreateSymbolicLink(_folder.File("data", "sub-a", "up"), _folder.File("data"));
        Directory.CreateSymbolicLink(_folder.File("data", "self"), _folder.File("data", "self"));
        Directory.CreateSymbolicLink(_folder.File("data", "again"), _folder.File("data", "sub-a"));
        DataSet set = DataSet.Open(_folder.File("data"));
        Assert.Equal("sub-a", Assert.Single(set.Studies).Name);
    }

    [Fact]
    public void LinkedFolder_IsFollowed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making links needs a privilege on this system.");
        Touch("store/sub-a_dwi.nii.gz");
        Directory.CreateDirectory(_folder.File("data", "x"));
        Directory.CreateSymbolicLink(_folder.File("data", "sub-a"), _folder.File("store"));
        Assert.Equal("sub-a", Assert.Single(DataSet.Open(_folder.File("data")).Studies).Name);
    }

    [Fact]
    public void NothingUsable_IsSaidInASentence()
    {
        Touch("x.dcm", "y_flair.nii.gz");
        Assert.StartsWith($"No study was found in '{_folder.Path}'.", Assert.Throws<DataException>(() => DataSet.Open(_folder.Path)).Message, StringComparison.Ordinal);
        Assert.Contains("dcm2niix", Assert.Throws<DataException>(() => DataSet.Open(_folder.File("x.dcm"))).Message, StringComparison.Ordinal);
        Assert.Equal($"'{_folder.File("no")}' does not exist.", Assert.Throws<DataException>(() => DataSet.Open(_folder.File("no"))).Message);
    }

    [Theory]
    [InlineData("participants.tsv", ".")]
    [InlineData("rawdata/participants.tsv", ".")]
    [InlineData("participants.tsv", "rawdata")]
    public void ParticipantsFile_IsFoundInOrBesideRawdata(string file, string input)
    {
        Touch("rawdata/sub-a/sub-a_dwi.nii.gz", file);
        Assert.Equal(_folder.File(file), DataSet.Open(Path.Combine(_folder.Path, input)).ParticipantsFile);
    }

    private void Touch(params string[] paths)
    {
        foreach (string path in paths) _folder.Write("", path.Split('/'));
    }
}
