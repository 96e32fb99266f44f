using StrokeFramework.RCnn.Boxes;

namespace StrokeFramework.RCnn.Tests.Boxes;

public sealed class BoxOverlapTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Matrix_OfAnyBoxes_IsWhatTheDefinitionSays(int seed)
    {
        using DisposeScope scope = NewDisposeScope();
        float[][] a = RandomBoxes.Of(120, seed), b = RandomBoxes.Of(75, seed + 10);
        float[] matrix = [.. BoxOverlap.Matrix(RandomBoxes.ToTensor(a), RandomBoxes.ToTensor(b)).data<float>()];
        for (int n = 0; n < a.Length; n++)
        {
            for (int m = 0; m < b.Length; m++) Assert.Equal(RandomBoxes.Overlap(a[n], b[m]), matrix[(n * b.Length) + m], 1e-5);
        }
    }
}
