namespace StrokeFramework.Imaging;

/// <summary>Fills holes: background that no face-connected path joins to the grid's border.</summary>
public static class HoleFilling
{
    /// <summary>Sets the holes of a mask to 1. With one slice the holes are those of a picture.</summary>
    /// <param name="mask">Non-zero is foreground; changed in place.</param>
    /// <param name="size">The grid.</param>
    /// <returns>How many voxels were filled.</returns>
    /// <exception cref="ArgumentException">The mask has another number of voxels than the grid.</exception>
    public static int Fill(Span<byte> mask, GridSize size)
    {
        Grid.Check(mask.Length, size, nameof(mask));
        var background = new byte[mask.Length];
        for (int v = 0; v < mask.Length; v++) background[v] = mask[v] == 0 ? (byte)1 : (byte)0;
        ComponentLabels components = ConnectedComponents.Label(background, size, Connectivity.Faces);
        if (components.Count == 0) return 0;
        bool[] open = OpenComponents(components, size);
        ReadOnlySpan<int> labels = components.Labels.Span;
        int filled = 0;
        for (int v = 0; v < mask.Length; v++)
        {
            if (labels[v] == 0 || open[labels[v]]) continue;
            mask[v] = 1;
            filled++;
        }

        return filled;
    }

    /// <summary>Sets the holes of every slice of constant k to 1, each slice taken as a picture.</summary>
    /// <param name="mask">Non-zero is foreground; changed in place.</param>
    /// <param name="size">The grid.</param>
    /// <returns>How many voxels were filled.</returns>
    /// <exception cref="ArgumentException">The mask has another number of voxels than the grid.</exception>
    public static int FillSlices(Span<byte> mask, GridSize size)
    {
        Grid.Check(mask.Length, size, nameof(mask));
        int filled = 0;
        for (int k = 0; k < size.K; k++)
            filled += Fill(mask.Slice(k * size.SliceCount, size.SliceCount), size with { K = 1 });
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
