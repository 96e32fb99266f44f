namespace MethodName.Tests;

public sealed class MethodNamePostprocessorTests
{
    // Voxels of 2 x 2 x 5 mm are 20 mm³: rows of 10, 6 and 2 voxels are 200, 120 and 40 mm³.
    private static readonly (int J, int Length)[] Rows = [(5, 10), (15, 6), (25, 2)];

    [Theory]
    [InlineData(0, 10, 18)]
    [InlineData(100, 10, 16)]
    [InlineData(0, 1, 10)]
    [InlineData(1000, 10, 0)]
    public void Process_KeepsTheLargestThatAreLargeEnough(double minimumVolume, int most, int voxels)
    {
        var stage = new MethodNamePostprocessor();
        stage.Configure(new MethodNamePostprocessor.Settings { MinimumVolume = minimumVolume, MaximumLesions = most });
        Segmentation result = stage.Process(TestStudy.Make(0), Made(), null, new());
        Assert.Equal(voxels, result.Mask.Span.ToArray().Count(v => v != 0));
    }

    [Fact]
    public void Process_KeepsLabelsGridAndInput()
    {
        Segmentation before = Made();
        Segmentation result = new MethodNamePostprocessor().Process(TestStudy.Make(0), before, null, new());
        Assert.Null(before.Geometry.DescribeMismatch(result.Geometry));
        Assert.Equal(Made().Labels.Span.ToArray(), before.Labels.Span.ToArray());
        Assert.Equal((byte)LesionPolarity.Hypointense, result.Labels[5, Rows[1].J, 4]);
    }

    private static Segmentation Made()
    {
        GridSize size = TestStudy.Geometry.Size;
        var labels = new byte[size.Count];
        for (int row = 0; row < Rows.Length; row++)
        {
            byte label = (byte)(row == 1 ? LesionPolarity.Hypointense : LesionPolarity.Hyperintense);
            for (int i = 0; i < Rows[row].Length; i++) labels[size.IndexOf(5 + i, Rows[row].J, 4)] = label;
        }

        return new(new Volume<byte>(TestStudy.Geometry, labels));
    }
}
