using StrokeFramework.RCnn.Boxes;

namespace StrokeFramework.RCnn.Tests.Boxes;

public sealed class BoxOverlapTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Of_AnyBoxes_IsWhatTheDefinitionSays(int seed)
    {
        float[][] a = RandomBoxes.Of(120, seed), b = RandomBoxes.Of(75, seed + 10);
        for (int n = 0; n < a.Length; n++)
        {
            for (int m = 0; m < b.Length; m++) Assert.Equal(RandomBoxes.Overlap(a[n], b[m]), BoxOverlap.Of(a[n], b[m]), 1e-5);
        }
    }
}
