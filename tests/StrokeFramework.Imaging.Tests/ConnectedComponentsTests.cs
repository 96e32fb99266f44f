namespace StrokeFramework.Imaging.Tests;

public sealed class ConnectedComponentsTests
{
    [Theory]
    [InlineData(Connectivity.Faces, true)]
    [InlineData(Connectivity.Full, true)]
    [InlineData(Connectivity.Faces, false)]
    [InlineData(Connectivity.Full, false)]
    public void Label_OfRandomMasks_MatchesFloodFill(Connectivity connectivity, bool flat)
    {
        for (int seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            GridSize size = RandomMask.Size(random, flat ? 20 : 9, flat);
            byte[] mask = RandomMask.Of(random, size, 0.1 + (0.8 * random.NextDouble()));

            ComponentLabels found = ConnectedComponents.Label(mask, size, connectivity);

            List<int[]> expected = FloodFill(mask, size, connectivity);
            Assert.Equal(expected.Count, found.Count);
            IReadOnlyList<int[]> voxels = found.Voxels();
            for (int n = 0; n < expected.Count; n++)
            {
                Assert.Equal(expected[n], voxels[n]);
                Assert.Equal(expected[n].Length, found.SizeOf(n + 1));
                Assert.All(expected[n], v => Assert.Equal(n + 1, found.Labels.Span[v]));
            }
        }
    }

    [Fact]
    public void Label_OfTwoDiagonalVoxels_DependsOnConnectivity()
    {
        byte[] mask = [1, 0, 0, 1];
        Assert.Equal(2, ConnectedComponents.Label(mask, new(2, 2, 1), Connectivity.Faces).Count);
        Assert.Equal(1, ConnectedComponents.Label(mask, new(2, 2, 1), Connectivity.Full).Count);
    }

    [Fact]
    public void Label_OfVoxelsThatShareACorner_JoinsThemIn3D()
    {
        byte[] mask = [1, 0, 0, 0, 0, 0, 0, 1];
        Assert.Equal(2, ConnectedComponents.Label(mask, new(2, 2, 2), Connectivity.Faces).Count);
        Assert.Equal(1, ConnectedComponents.Label(mask, new(2, 2, 2), Connectivity.Full).Count);
    }

    [Fact]
    public void RemoveSmall_KeepsComponentsOfTheMinimum()
    {
        byte[] mask = [1, 0, 1, 1, 0, 1, 1, 1];
        int kept = ConnectedComponents.RemoveSmall(mask, new(8, 1, 1), Connectivity.Faces, 2);
        Assert.Equal(2, kept);
        Assert.Equal([0, 0, 1, 1, 0, 1, 1, 1], mask);
    }

    [Fact]
    public void Label_OfAnotherSize_IsRefused() =>
        Assert.Throws<ArgumentException>(() => ConnectedComponents.Label(new byte[5], new(2, 2, 1), Connectivity.Full));

    private static List<int[]> FloodFill(byte[] mask, GridSize size, Connectivity connectivity)
    {
        var seen = new bool[mask.Length];
        var components = new List<int[]>();
        for (int seed = 0; seed < mask.Length; seed++)
        {
            if (mask[seed] == 0 || seen[seed]) continue;
            var members = new List<int>();
            var open = new Stack<int>([seed]);
            seen[seed] = true;
            while (open.TryPop(out int v))
            {
                members.Add(v);
                (int i, int j, int k) = RandomMask.Position(v, size);
                for (int n = 0; n < 27; n++)
                {
                    int di = (n % 3) - 1, dj = (n / 3 % 3) - 1, dk = (n / 9) - 1;
                    int steps = Math.Abs(di) + Math.Abs(dj) + Math.Abs(dk);
                    if (steps == 0 || (steps > 1 && connectivity == Connectivity.Faces)) continue;
                    if ((uint)(i + di) >= (uint)size.I || (uint)(j + dj) >= (uint)size.J || (uint)(k + dk) >= (uint)size.K) continue;
                    int w = size.IndexOf(i + di, j + dj, k + dk);
                    if (mask[w] == 0 || seen[w]) continue;
                    seen[w] = true;
                    open.Push(w);
                }
            }

            members.Sort();
            components.Add([.. members]);
        }

        return [.. components.OrderByDescending(c => c.Length).ThenBy(c => c[0])];
    }
}
