namespace StrokeFramework.Manifest;

/// <summary>Names of what a study carries, in JSON and in sentences.</summary>
public static class StudyTraitNames
{
    private static readonly Entry[] All =
    [
        new(StudyTraits.Adc, "adc", "an ADC map"),
        new(StudyTraits.B0, "b0", "a b0 image"),
        new(StudyTraits.BrainMask, "brain-mask", "a brain mask"),
        new(StudyTraits.UnitIntensity, "unit-intensity", "intensities on the unit range"),
    ];

    /// <summary>The single traits in a combination.</summary>
    public static IEnumerable<StudyTraits> Split(StudyTraits traits) => All.Where(t => traits.HasFlag(t.Trait)).Select(t => t.Trait);

    /// <summary>The name of a single trait in JSON.</summary>
    public static string NameOf(StudyTraits trait) => All.First(t => t.Trait == trait).Name;

    /// <summary>A single trait as it stands in a sentence.</summary>
    public static string PhraseOf(StudyTraits trait) => All.First(t => t.Trait == trait).Phrase;

    /// <summary>The trait of a name in JSON, or null.</summary>
    public static StudyTraits? Parse(string name)
    {
        foreach (Entry entry in All)
        {
            if (entry.Name == name) return entry.Trait;
        }

        return null;
    }

    private sealed record Entry(StudyTraits Trait, string Name, string Phrase);
}
