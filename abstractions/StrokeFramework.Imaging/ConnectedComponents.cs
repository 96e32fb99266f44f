namespace StrokeFramework.Imaging;

/// <summary>
/// Connected components of masks in 2-D (a grid with one slice) and 3-D, by union-find over runs along i.
/// The method is that of Rosenfeld &amp; Pfaltz 1966, <see href="https://doi.org/10.1145/321356.321357"/>.
/// </summary>
public static class ConnectedComponents
{
    /// <summary>Numbers the components of a mask from 1, largest first; equal sizes in the order of their first voxel.</summary>
    /// <param name="mask">Non-zero is foreground; index i fastest.</param>
    /// <param name="size">The grid; one slice makes it 2-D.</param>
    /// <param name="connectivity">Which voxels touch.</param>
    /// <exception cref="ArgumentException">The mask has another number of voxels than the grid.</exception>
    public static ComponentLabels Label(ReadOnlySpan<byte> mask, GridSize size, Connectivity connectivity)
    {
        var runs = new RunList();
        return Number(runs, Join(mask, size, connectivity, runs), size);
    }

    // Collects the runs and joins those that touch; says with which run each row begins.
    private static int[] Join(ReadOnlySpan<byte> mask, GridSize size, Connectivity connectivity, RunList runs)
    {
        Grid.Check(mask.Length, size, nameof(mask));
        var rows = new int[(size.J * size.K) + 1];
        for (int row = 0; row < rows.Length - 1; row++)
        {
            rows[row] = runs.Count;
            AddRuns(mask.Slice(row * size.I, size.I), runs);
        }

        rows[^1] = runs.Count;
        int reach = connectivity == Connectivity.Full ? 1 : 0;
        for (int k = 0; k < size.K; k++)
        {
            for (int j = 0; j < size.J; j++)
            {
                int row = j + (size.J * k);
                if (rows[row] == rows[row + 1]) continue;
                if (j > 0) runs.JoinRows(rows, row, row - 1, reach);
                if (k == 0) continue;
                for (int dj = -reach; dj <= reach; dj++)
                {
                    if ((uint)(j + dj) < (uint)size.J) runs.JoinRows(rows, row, row + dj - size.J, reach);
                }
            }
        }

        return rows;
    }

    /// <summary>Clears the components of a mask that have fewer voxels than the minimum.</summary>
    /// <param name="mask">Non-zero is foreground; changed in place.</param>
    /// <param name="size">The grid.</param>
    /// <param name="connectivity">Which voxels touch.</param>
    /// <param name="minimumVoxels">Smallest component kept.</param>
    /// <returns>How many components are kept.</returns>
    public static int RemoveSmall(Span<byte> mask, GridSize size, Connectivity connectivity, double minimumVoxels)
    {
        var runs = new RunList();
        int[] rows = Join(mask, size, connectivity, runs);
        int[] sizes = Sizes(runs);
        int kept = 0;
        for (int row = 0; row < rows.Length - 1; row++)
        {
            for (int run = rows[row]; run < rows[row + 1]; run++)
            {
                int root = runs.Root(run);
                if (!(sizes[root] >= minimumVoxels)) mask.Slice((row * size.I) + runs.Start(run), runs.Length(run)).Clear();
                else if (root == run) kept++;
            }
        }

        return kept;
    }

    // Voxels of each component, at its root; 0 at other runs.
    private static int[] Sizes(RunList runs)
    {
        var sizes = new int[runs.Count];
        for (int run = 0; run < runs.Count; run++) sizes[runs.Root(run)] += runs.Length(run);
        return sizes;
    }

    private static void AddRuns(ReadOnlySpan<byte> row, RunList runs)
    {
        int from = 0;
        while (from < row.Length)
        {
            int skip = row[from..].IndexOfAnyExcept((byte)0);
            if (skip < 0) return;
            int start = from + skip;
            int length = row[start..].IndexOf((byte)0);
            if (length < 0) length = row.Length - start;
            runs.Add(start, start + length);
            from = start + length;
        }
    }

    private static ComponentLabels Number(RunList runs, int[] rows, GridSize size)
    {
        // Roots are the first run of their component, so ascending root order is the order of first voxels.
        int[] sizes = Sizes(runs);
        int[] roots = [.. Enumerable.Range(0, sizes.Length).Where(run => sizes[run] > 0)];
        Array.Sort(roots, (a, b) => sizes[a] != sizes[b] ? sizes[b].CompareTo(sizes[a]) : a.CompareTo(b));
        var number = new int[sizes.Length];
        var counts = new int[roots.Length];
        for (int n = 0; n < roots.Length; n++)
        {
            number[roots[n]] = n + 1;
            counts[n] = sizes[roots[n]];
        }

        var labels = new int[size.Count];
        for (int row = 0; row < rows.Length - 1; row++)
        {
            for (int run = rows[row]; run < rows[row + 1]; run++)
                labels.AsSpan((row * size.I) + runs.Start(run), runs.Length(run)).Fill(number[runs.Root(run)]);
        }

        return new(labels, counts);
    }
}
