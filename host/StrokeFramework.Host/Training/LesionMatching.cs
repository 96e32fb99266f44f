namespace StrokeFramework.Host.Training;

/// <summary>Which truth lesion each found lesion belongs to, and to which truth lesions none belongs.</summary>
public sealed class LesionMatching
{
    private LesionMatching(IReadOnlyList<int?> truthOf, IReadOnlyList<int> missed) => (TruthOf, Missed) = (truthOf, missed);

    /// <summary>Per found lesion the index of the truth lesion that it shares most voxels with; null when it shares none.</summary>
    public IReadOnlyList<int?> TruthOf { get; }

    /// <summary>Indices of the truth lesions to which no found lesion belongs.</summary>
    public IReadOnlyList<int> Missed { get; }

    /// <summary>Matches lesions on one grid. Ties go to the larger truth lesion.</summary>
    public static LesionMatching Match(LesionSet found, LesionSet truth)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(truth);
        var owner = new Dictionary<int, int>();
        for (int t = 0; t < truth.Lesions.Count; t++)
        {
            foreach (int voxel in truth.Lesions[t].Voxels.Span) owner[voxel] = t;
        }

        var truthOf = new int?[found.Lesions.Count];
        var shared = new int[truth.Lesions.Count];
        for (int f = 0; f < truthOf.Length; f++)
        {
            Array.Clear(shared);
            foreach (int voxel in found.Lesions[f].Voxels.Span)
            {
                if (owner.TryGetValue(voxel, out int t)) shared[t]++;
            }

            int best = shared.Length == 0 ? -1 : Array.IndexOf(shared, shared.Max());
            if (best >= 0 && shared[best] > 0) truthOf[f] = best;
        }

        return new(truthOf, [.. Enumerable.Range(0, truth.Lesions.Count).Where(t => !truthOf.Contains(t))]);
    }
}
