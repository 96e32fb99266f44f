namespace StrokeFramework.Imaging;

/// <summary>Fills holes: background that no face-connected path joins to the grid's border.</summary>
public static class HoleFilling
{
    /// <summary>Sets the holes of a mask to 1. With one slice the holes are those of a picture.</summary>
    /// <param name="mask">Non-zero is foreground; changed in place.</param>
    /// <param name="size">The grid.</param>
    /// <param name="maximumVoxels">Largest hole that is filled.</param>
    /// <returns>How many voxels were filled.</returns>
    /// <exception cref="ArgumentException">The mask has another number of voxels than the grid.</exception>
    public static int Fill(Span<byte> mask, GridSize size, double maximumVoxels = double.PositiveInfinity)
    {
        Grid.Check(mask.Length, size, nameof(mask));
        return size.K == 1 ? FillPicture(mask, size, maximumVoxels) : FillGrid(mask, size, maximumVoxels);
    }

    // Holes lie within the box around the foreground. One more pixel around it, or the picture's border, is joined to the border.
    private static int FillPicture(Span<byte> mask, GridSize size, double maximumVoxels)
    {
        int first = mask.IndexOfAnyExcept((byte)0);
        if (first < 0) return 0;
        int top = Math.Max(0, (first / size.I) - 1), bottom = Math.Min(size.J, (mask.LastIndexOfAnyExcept((byte)0) / size.I) + 2);
        int left = size.I, right = -1;
        for (int j = top; j < bottom; j++)
        {
            ReadOnlySpan<byte> row = mask.Slice(j * size.I, size.I);
            int start = row.IndexOfAnyExcept((byte)0);
            if (start < 0) continue;
            left = Math.Min(left, start);
            right = Math.Max(right, row.LastIndexOfAnyExcept((byte)0));
        }

        left = Math.Max(0, left - 1);
        var box = new GridSize(Math.Min(size.I, right + 2) - left, bottom - top, 1);
        var part = new byte[box.Count];
        for (int j = 0; j < box.J; j++) mask.Slice(((top + j) * size.I) + left, box.I).CopyTo(part.AsSpan(j * box.I));
        int filled = FillGrid(part, box, maximumVoxels);
        if (filled == 0) return 0;
        for (int j = 0; j < box.J; j++) part.AsSpan(j * box.I, box.I).CopyTo(mask.Slice(((top + j) * size.I) + left, box.I));
        return filled;
    }

    private static int FillGrid(Span<byte> mask, GridSize size, double maximumVoxels)
    {
        if (!mask.ContainsAnyExcept((byte)0)) return 0;
        var background = new byte[mask.Length];
        for (int v = 0; v < mask.Length; v++) background[v] = mask[v] == 0 ? (byte)1 : (byte)0;
        ComponentLabels components = ConnectedComponents.Label(background, size, Connectivity.Faces);
        if (components.Count == 0) return 0;
        bool[] open = OpenComponents(components, size);
        ReadOnlySpan<int> labels = components.Labels.Span;
        int filled = 0;
        for (int v = 0; v < mask.Length; v++)
        {
            if (labels[v] == 0 || open[labels[v]] || components.SizeOf(labels[v]) > maximumVoxels) continue;
            mask[v] = 1;
            filled++;
        }

        return filled;
    }

    /// <summary>Sets the holes of every slice of constant k to 1, each slice taken as a picture.</summary>
    /// <param name="mask">Non-zero is foreground; changed in place.</param>
    /// <param name="size">The grid.</param>
    /// <param name="maximumVoxels">Largest hole that is filled, in voxels of one slice.</param>
    /// <returns>How many voxels were filled.</returns>
    /// <exception cref="ArgumentException">The mask has another number of voxels than the grid.</exception>
    public static int FillSlices(Span<byte> mask, GridSize size, double maximumVoxels = double.PositiveInfinity)
    {
        Grid.Check(mask.Length, size, nameof(mask));
        int filled = 0;
        for (int k = 0; k < size.K; k++)
            filled += Fill(mask.Slice(k * size.SliceCount, size.SliceCount), size with { K = 1 }, maximumVoxels);
        return filled;
    }

    private static bool[] OpenComponents(ComponentLabels components, GridSize size)
    {
        var open = new bool[components.Count + 1];
        ReadOnlySpan<int> labels = components.Labels.Span;
        bool volume = size.K > 1;
        for (int k = 0; k < size.K; k++)
        {
            bool outerSlice = volume && (k == 0 || k == size.K - 1);
            for (int j = 0; j < size.J; j++)
            {
                ReadOnlySpan<int> row = labels.Slice(size.IndexOf(0, j, k), size.I);
                open[row[0]] = open[row[^1]] = true;
                if (!outerSlice && j != 0 && j != size.J - 1) continue;
                foreach (int label in row) open[label] = true;
            }
        }

        return open;
    }
}
