using StrokeFramework.Host.Data;
using StrokeFramework.TestSupport;

namespace StrokeFramework.MarkerWatershed.Tests;

/// <summary>The slices whose gradient and basins another library computed.</summary>
internal static class Golden
{
    public static Volume<float> Image(string name) => NiftiFile.Read(SharedData.PathOf($"golden/slices/{name}.nii.gz")).Volume;

    public static Volume<byte> Labels(string name) => NiftiFile.ReadLabels(SharedData.PathOf($"golden/slices/{name}.nii.gz")).Volume;
}
