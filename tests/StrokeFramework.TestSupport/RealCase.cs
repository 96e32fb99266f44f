using StrokeFramework.Host.Data;

namespace StrokeFramework.TestSupport;

/// <summary>Reads the real cases beside the checkout; the test is skipped where they are absent.</summary>
public static class RealCase
{
    /// <summary>A case of ISLES'22 by its number, such as <c>0003</c>, with the expert's mask.</summary>
    public static (DiffusionStudy Study, Volume<byte> Truth) Isles(string number)
    {
        string name = $"sub-strokecase{number}";
        string dwi = SharedData.PathOf($"data/isles22/rawdata/{name}/ses-0001/dwi/{name}_ses-0001_dwi.nii.gz");
        string mask = SharedData.PathOf($"data/isles22/derivatives/{name}/ses-0001/{name}_ses-0001_msk.nii.gz");
        return (new DiffusionStudy(NiftiFile.Read(dwi).Volume, number), NiftiFile.ReadLabels(mask).Volume);
    }

    /// <summary>The healthy brain with skull.</summary>
    public static DiffusionStudy Normal() =>
        new(NiftiFile.Read(SharedData.PathOf("data/normal-dwi/derived_dwi_b1000_trace_geomean12.nii.gz")).Volume, "normal");
}
