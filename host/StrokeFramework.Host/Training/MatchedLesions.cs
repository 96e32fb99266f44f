namespace StrokeFramework.Host.Training;

/// <summary>The measured lesions of one study beside those of its truth.</summary>
/// <param name="Table">The measurements.</param>
/// <param name="Volumes">Volume of each lesion found, in ml.</param>
/// <param name="TruthLesions">For each lesion found the number of the truth lesion it belongs to, from 1; null for a false detection.</param>
/// <param name="Missed">Volumes of the truth lesions to which no lesion found belongs, in ml.</param>
internal sealed record MatchedLesions(FeatureTable Table, IReadOnlyList<double> Volumes, IReadOnlyList<int?> TruthLesions, IReadOnlyList<double> Missed)
{
    /// <summary>Matches lesions with those of the truth.</summary>
    /// <param name="table">The measurements of the lesions found.</param>
    /// <param name="found">The lesions found.</param>
    /// <param name="truth">The lesions of the truth, on the same grid.</param>
    public static MatchedLesions Of(FeatureTable table, LesionSet found, LesionSet truth)
    {
        LesionMatching matching = LesionMatching.Match(found, truth);
        return new(
            table,
            [.. found.Lesions.Select(l => l.Volume / 1000)],
            [.. matching.TruthOf.Select(t => t + 1)],
            [.. matching.Missed.Select(m => truth.Lesions[m].Volume / 1000)]);
    }

    /// <summary>The rows, those that belong to a truth lesion labelled with the patient's class.</summary>
    public IReadOnlyList<LabelledLesion> Label(string type) =>
        [.. Table.Rows.Select(r => new LabelledLesion(r, Volumes[r.Lesion - 1], TruthLesions[r.Lesion - 1], TruthLesions[r.Lesion - 1] is null ? null : type))];
}
