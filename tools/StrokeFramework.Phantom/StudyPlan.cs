namespace StrokeFramework.Phantom;

/// <summary>Which stroke type a study has: rounds in shuffled order, so that every prefix of a data set is nearly balanced.</summary>
internal static class StudyPlan
{
    /// <summary>The stroke type of a study.</summary>
    public static string TypeOf(LesionSettings settings, long seed, int index)
    {
        var round = new List<string>();
        foreach (string type in StrokeTypes.All) round.AddRange(Enumerable.Repeat(type, settings.StudiesPerRound));
        round.AddRange(Enumerable.Repeat(StrokeTypes.None, settings.HealthyPerRound));
        if (round.Count == 0)
            throw new ArgumentException("A round of studies is empty: set StudiesPerRound or HealthyPerRound above 0.", nameof(settings));
        PhantomRandom random = new PhantomRandom(seed, index / round.Count).Fork(77);
        for (int last = round.Count - 1; last > 0; last--)
        {
            int other = random.NextInt(last + 1);
            (round[last], round[other]) = (round[other], round[last]);
        }

        return round[index % round.Count];
    }
}
