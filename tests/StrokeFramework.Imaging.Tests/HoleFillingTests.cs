namespace StrokeFramework.Imaging.Tests;

public sealed class HoleFillingTests
{
    [Fact]
    public void Fill_OfARing_FillsItsInside()
    {
        byte[] mask =
        [
            0, 0, 0, 0, 0,
            0, 1, 1, 1, 0,
            0, 1, 0, 1, 0,
            0, 1, 1, 1, 0,
            0, 0, 0, 0, 0,
        ];
        Assert.Equal(1, HoleFilling.Fill(mask, new(5, 5, 1)));
        Assert.Equal(1, mask[12]);
        Assert.Equal(9, mask.Sum(v => v));
    }

    [Fact]
    public void Fill_OfARingThatTouchesTheBorderOfThePicture_LeavesWhatIsOpen()
    {
        byte[] mask = [1, 0, 1, 1, 1, 1];
        Assert.Equal(0, HoleFilling.Fill(mask, new(3, 2, 1)));
    }

    [Fact]
    public void Fill_OfATube_FillsItPerSliceButNotIn3D()
    {
        var size = new GridSize(3, 3, 3);
        var tube = new byte[27];
        Array.Fill(tube, (byte)1);
        for (int k = 0; k < 3; k++) tube[size.IndexOf(1, 1, k)] = 0;
        byte[] perSlice = (byte[])tube.Clone();

        Assert.Equal(0, HoleFilling.Fill(tube, size));
        Assert.Equal(3, HoleFilling.FillSlices(perSlice, size));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Fill_OfRandomMasks_FillsWhatAFloodFromTheBorderDoesNotReach(bool flat)
    {
        for (int seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            GridSize size = RandomMask.Size(random, flat ? 16 : 8, flat);
            byte[] mask = RandomMask.Of(random, size, 0.65);
            bool[] reached = Flood(mask, size);
            byte[] filled = (byte[])mask.Clone();

            HoleFilling.Fill(filled, size);

            for (int v = 0; v < mask.Length; v++) Assert.Equal(reached[v] ? 0 : 1, filled[v]);
        }
    }

    private static bool[] Flood(byte[] mask, GridSize size)
    {
        var reached = new bool[mask.Length];
        bool changed = true;
        while (changed)
        {
            changed = false;
            for (int v = 0; v < mask.Length; v++)
            {
                if (mask[v] != 0 || reached[v]) continue;
                (int i, int j, int k) = RandomMask.Position(v, size);
                bool open = i == 0 || j == 0 || i == size.I - 1 || j == size.J - 1 || (size.K > 1 && (k == 0 || k == size.K - 1));
                open = open || reached[v - 1] || reached[v + 1] || reached[v - size.I] || reached[v + size.I];
                open = open || (size.K > 1 && (reached[v - size.SliceCount] || reached[v + size.SliceCount]));
                reached[v] = open;
                changed |= open;
            }
        }

        return reached;
    }
}
