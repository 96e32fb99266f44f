using StrokeFramework.Host.Evaluation;

namespace StrokeFramework.Host.Tests.Evaluation;

public sealed class BoxOverlapTests
{
    [Fact]
    public void Of_EqualsCountingCells()
    {
        var random = new Random(5);
        for (int n = 0; n < 500; n++)
        {
            SliceBox a = Random(), b = Random();
            int common = 0, either = 0;
            for (int j = 0; j < 20; j++)
            {
                for (int i = 0; i < 20; i++)
                {
                    bool inA = Inside(a, i, j), inB = Inside(b, i, j);
                    if (inA && inB) common++;
                    if (inA || inB) either++;
                }
            }

            Assert.Equal(common == 0 ? 0 : (double)common / either, BoxOverlap.Of(a, b), 12);
        }

        SliceBox Random()
        {
            int i = random.Next(15), j = random.Next(15);
            return new(3, i - 0.5, j - 0.5, i + random.Next(6) - 0.5, j + random.Next(6) - 0.5);
        }

        static bool Inside(SliceBox box, int i, int j) => i > box.MinI && i < box.MaxI && j > box.MinJ && j < box.MaxJ;
    }

    [Fact]
    public void Of_BoxesInDifferentSlices_IsNone() => Assert.Equal(0, BoxOverlap.Of(new(1, 0, 0, 5, 5), new(2, 0, 0, 5, 5)));
}
