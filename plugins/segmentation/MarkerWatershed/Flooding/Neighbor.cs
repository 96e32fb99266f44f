namespace StrokeFramework.MarkerWatershed.Flooding;

/// <summary>The way to a voxel that touches another one.</summary>
/// <param name="I">Steps along the first axis.</param>
/// <param name="J">Steps along the second axis.</param>
/// <param name="K">Steps along the third axis.</param>
/// <param name="Step">Distance in memory.</param>
internal readonly record struct Neighbor(int I, int J, int K, int Step)
{
    /// <summary>All 8 in a grid of one slice, all 26 otherwise; nearer ones first, since among equal heights the first to come floods.</summary>
    public static Neighbor[] Of(GridSize size)
    {
        int depth = size.K > 1 ? 1 : 0;
        var neighbors = new List<Neighbor>();
        for (int k = -depth; k <= depth; k++)
        {
            for (int j = -1; j <= 1; j++)
            {
                for (int i = -1; i <= 1; i++)
                {
                    if (i != 0 || j != 0 || k != 0) neighbors.Add(new(i, j, k, i + (size.I * j) + (size.SliceCount * k)));
                }
            }
        }

        return [.. neighbors.OrderBy(n => (n.I * n.I) + (n.J * n.J) + (n.K * n.K))];
    }
}
