using StrokeFramework.Host.Evaluation;
using StrokeFramework.Host.Training;

namespace StrokeFramework.Host.Tests.Training;

public sealed class TrueBoxesTests
{
    private static readonly GridSize Size = new(20, 20, 4);

    [Fact]
    public void WithLesions_BoxesEveryPartOfASliceAndKnowsItsLesion()
    {
        byte[] mask = new byte[Size.Count];
        Fill(mask, 2, 3, 4, 5, 1);
        Fill(mask, 2, 3, 4, 2, 2);
        Fill(mask, 12, 10, 3, 3, 2); // another lesion
        IReadOnlyList<TrueBox> boxes = TrueBoxes.WithLesions(Volume(mask, 2));
        Assert.Equal(
            [new(new(1, 1.5, 2.5, 5.5, 7.5), 1, 28 * 0.02), new(new(2, 11.5, 9.5, 14.5, 12.5), 2, 9 * 0.02), new(new(2, 1.5, 2.5, 5.5, 4.5), 1, 28 * 0.02)],
            boxes.Select(b => b with { LesionVolume = Math.Round(b.LesionVolume, 9) }));
    }

    [Fact]
    public void Of_LeavesOutPartsBelowTheSmallestArea()
    {
        byte[] mask = new byte[Size.Count];
        Fill(mask, 2, 2, 5, 1, 1);
        Assert.Single(TrueBoxes.Of(Volume(mask, 2), StrokeTypes.AcuteIschemic)); // 5 voxels of 4 mm²
        Assert.Empty(TrueBoxes.Of(Volume(mask, 1.9), StrokeTypes.AcuteIschemic));
    }

    private static Volume<byte> Volume(byte[] mask, double spacing) => new(VolumeGeometry.FromSpacing(Size, new(spacing, spacing, 5)), mask);

    private static void Fill(byte[] mask, int i0, int j0, int width, int height, int k)
    {
        for (int j = j0; j < j0 + height; j++)
        {
            for (int i = i0; i < i0 + width; i++) mask[Size.IndexOf(i, j, k)] = 1;
        }
    }
}
