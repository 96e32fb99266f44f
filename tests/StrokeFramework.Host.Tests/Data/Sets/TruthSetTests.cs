using StrokeFramework.Host.Data;
using StrokeFramework.TestSupport;

namespace StrokeFramework.Host.Tests.Data;

public sealed class TruthSetTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void IslesMasks_PairWithTheirStudies()
    {
        string root = SharedData.PathOf("data/isles22");
        DataSet set = DataSet.Open(root);
        TruthPairing pairing = TruthSet.Open(root).PairWith(set.Studies);
        Assert.All(set.Studies, s => Assert.EndsWith($"{s.Name}_msk.nii.gz", pairing.Of(s)!.Mask, StringComparison.Ordinal));
        Assert.Equal((3, 0), (pairing.Count, pairing.Warnings.Count));
    }

    [Theory]
    [InlineData("derivatives/sub-a/ses-1/sub-a_ses-1_msk.nii.gz")]
    [InlineData("derivatives/sub-a/ses-1/sub-a_ses-1_mask.nii.gz")]
    [InlineData("derivatives/sub-a/ses-1/sub-a_ses-1_desc-lesion_mask.nii.gz")]
    [InlineData("derivatives/pipeline/sub-a/ses-1/anat/sub-a_ses-1_label-lesion_mask.nii.gz")]
    [InlineData("sub-a_ses-1_msk.nii.gz")]
    [InlineData("sub-a/ses-1/mask.nii.gz")]
    [InlineData("sub-a_msk.nii.gz")]
    public void Mask_GoesByItsNamesInUse(string mask)
    {
        Touch(mask, "derivatives/sub-a/ses-1/sub-a_ses-1_desc-brain_mask.nii.gz", "sub-a/ses-1/sub-a_ses-1_dwi.nii.gz");
        TruthPairing pairing = TruthSet.Open(_folder.Path).PairWith([Study("a", "1")]);
        Assert.Equal(_folder.File(mask), pairing.Of(Study("a", "1"))?.Mask);
        Assert.Empty(pairing.Warnings);
    }

    [Fact]
    public void Pairing_GoesBySubjectAndSession_NeverByOrder()
    {
        Touch("sub-a_ses-2_msk.nii.gz", "sub-b_ses-1_msk.nii.gz", "sub-c_ses-1_msk.nii.gz");
        TruthPairing pairing = TruthSet.Open(_folder.Path).PairWith([Study("a", "1"), Study("b", "1"), Study("d", "1")]);
        Assert.Null(pairing.Of(Study("a", "1")));
        Assert.Equal("sub-b_ses-1", pairing.Of(Study("b", "1"))!.Name);
        Assert.Equal(
            [
                "The study 'sub-a_ses-1' has no lesion mask among the truth.",
                "The study 'sub-d_ses-1' has no lesion mask among the truth.",
                $"The lesion mask '{_folder.File("sub-a_ses-2_msk.nii.gz")}' belongs to no study: there is none named 'sub-a_ses-2'.",
                $"The lesion mask '{_folder.File("sub-c_ses-1_msk.nii.gz")}' belongs to no study: there is none named 'sub-c_ses-1'.",
            ],
            pairing.Warnings);
    }

    [Fact]
    public void ManyMasksWithoutAStudy_AreSaidInOneSentence()
    {
        Touch([.. Enumerable.Range(1, 9).Select(n => $"sub-{n}_msk.nii.gz")]);
        TruthPairing pairing = TruthSet.Open(_folder.Path).PairWith([Study("5", null)]);
        Assert.Equal(1, pairing.Count);
        Assert.StartsWith("8 lesion masks belong to no study, among them '", Assert.Single(pairing.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void SeveralMasksForAStudy_AreNotChosenFrom()
    {
        Touch("one/sub-a_msk.nii.gz", "two/sub-a_msk.nii.gz");
        TruthPairing pairing = TruthSet.Open(_folder.Path).PairWith([Study("a", null)]);
        Assert.Equal(0, pairing.Count);
        Assert.Contains("'sub-a' has 2 lesion masks", Assert.Single(pairing.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void MaskWithoutSession_IsNotSharedBetweenTwoSessions()
    {
        Touch("sub-a_msk.nii.gz");
        TruthPairing pairing = TruthSet.Open(_folder.Path).PairWith([Study("a", "1"), Study("a", "2")]);
        Assert.Equal((0, 3), (pairing.Count, pairing.Warnings.Count));
    }

    [Fact]
    public void SingleFile_GoesWithASingleStudy_UnlessItNamesAnotherSubject()
    {
        Touch("drawn by hand.nii.gz", "sub-b_msk.nii.gz");
        TruthSet loose = TruthSet.Open(_folder.File("drawn by hand.nii.gz"));
        Assert.Equal(1, loose.PairWith([Study("a", "1")]).Count);
        Assert.Equal(0, loose.PairWith([Study("a", "1"), Study("b", "1")]).Count);
        Assert.Equal(0, TruthSet.Open(_folder.File("sub-b_msk.nii.gz")).PairWith([Study("a", "1")]).Count);
    }

    [Fact]
    public void LooseMasks_PairByName()
    {
        Touch("p_1_dwi.nii.gz", "p_1_mask.nii.gz", "p2/dwi.nii.gz", "p2/lesion.nii.gz", "masks/p3.nii.gz");
        DataSet set = DataSet.Open(_folder.Path);
        TruthPairing pairing = TruthSet.Open(_folder.Path).PairWith(set.Studies);
        Assert.Equal(2, pairing.Count);
        Assert.Equal("sub-p3", Assert.Single(TruthSet.Open(_folder.File("masks")).Masks).Name);
    }

    [Fact]
    public void NoMask_IsSaidInASentence()
    {
        Touch("sub-a_dwi.nii.gz");
        Assert.StartsWith("No lesion mask was found in", Assert.Throws<DataException>(() => TruthSet.Open(_folder.Path)).Message, StringComparison.Ordinal);
        Assert.EndsWith("does not exist.", Assert.Throws<DataException>(() => TruthSet.Open(_folder.File("no"))).Message, StringComparison.Ordinal);
    }

    private StudySource Study(string subject, string? session) =>
        new(subject, session, _folder.File($"sub-{subject}_dwi.nii.gz"));

    private void Touch(params string[] paths)
    {
        foreach (string path in paths) _folder.Write("", path.Split('/'));
    }
}
