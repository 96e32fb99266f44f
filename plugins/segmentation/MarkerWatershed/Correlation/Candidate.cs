namespace StrokeFramework.MarkerWatershed.Correlation;

/// <summary>A region of the watershed that may be a lesion, with the box around it.</summary>
/// <param name="Voxels">Its voxels in ascending order.</param>
/// <param name="From">The box's first voxel along each axis.</param>
/// <param name="To">The box's last voxel along each axis.</param>
internal sealed record Candidate(int[] Voxels, (int I, int J, int K) From, (int I, int J, int K) To)
{
    /// <summary>Makes one.</summary>
    /// <param name="voxels">Linear indices, at least one.</param>
    /// <param name="size">The grid.</param>
    public static Candidate Of(int[] voxels, GridSize size)
    {
        (int I, int J, int K) from = (int.MaxValue, int.MaxValue, int.MaxValue), to = (0, 0, 0);
        foreach (int v in voxels)
        {
            int i = v % size.I, j = v / size.I % size.J, k = v / size.SliceCount;
            from = (Math.Min(from.I, i), Math.Min(from.J, j), Math.Min(from.K, k));
            to = (Math.Max(to.I, i), Math.Max(to.J, j), Math.Max(to.K, k));
        }

        return new(voxels, from, to);
    }

    /// <summary>The box with so many voxels more to each side of the slice, as far as the grid reaches.</summary>
    public Candidate Widened(int i, int j, GridSize size) => this with
    {
        From = (Math.Max(0, From.I - i), Math.Max(0, From.J - j), From.K),
        To = (Math.Min(size.I - 1, To.I + i), Math.Min(size.J - 1, To.J + j), To.K),
    };
}
