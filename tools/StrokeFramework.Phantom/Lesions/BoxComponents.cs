namespace StrokeFramework.Phantom;

/// <summary>Drops small 26-connected pieces of a mask in a box.</summary>
internal static class BoxComponents
{
    /// <summary>Clears every piece of fewer voxels than the minimum.</summary>
    public static void DropSmall(bool[] inside, VoxelBox box, int minimum)
    {
        var seen = new bool[inside.Length];
        var piece = new List<int>();
        for (int start = 0; start < inside.Length; start++)
        {
            if (!inside[start] || seen[start]) continue;
            piece.Clear();
            piece.Add(start);
            seen[start] = true;
            for (int next = 0; next < piece.Count; next++) Spread(piece[next], inside, seen, piece, box);
            if (piece.Count >= minimum) continue;
            foreach (int p in piece) inside[p] = false;
        }
    }

    private static void Spread(int p, bool[] inside, bool[] seen, List<int> piece, VoxelBox box)
    {
        int i = p % box.I, j = p / box.I % box.J, k = p / (box.I * box.J);
        for (int c = Math.Max(0, k - 1); c < Math.Min(box.K, k + 2); c++)
        {
            for (int b = Math.Max(0, j - 1); b < Math.Min(box.J, j + 2); b++)
            {
                for (int a = Math.Max(0, i - 1); a < Math.Min(box.I, i + 2); a++)
                {
                    int q = a + (box.I * (b + (box.J * c)));
                    if (!inside[q] || seen[q]) continue;
                    seen[q] = true;
                    piece.Add(q);
                }
            }
        }
    }
}
