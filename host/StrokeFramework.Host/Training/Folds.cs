using StrokeFramework.Host.Data;

namespace StrokeFramework.Host.Training;

/// <summary>
/// Splits patients into folds: stratified by class, a patient never in two folds. The split depends on the patients,
/// their classes, the number of folds and the seed, and on no order.
/// </summary>
public static class Folds
{
    /// <summary>The fold of each patient.</summary>
    /// <param name="classes">The class of each patient.</param>
    /// <param name="count">Number of folds, at least 2.</param>
    /// <param name="seed">The run's seed.</param>
    /// <exception cref="DataException">There are fewer patients than folds.</exception>
    public static IReadOnlyDictionary<string, int> Split(IReadOnlyDictionary<string, string> classes, int count, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(classes);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        if (classes.Count < count)
            throw new DataException($"{count} folds need at least {count} patients, and there are {classes.Count}. Write a smaller --folds, or add data.");
        var folds = new Dictionary<string, int>(StringComparer.Ordinal);
        int next = 0;
        foreach (IGrouping<string, KeyValuePair<string, string>> group in classes.GroupBy(c => c.Value, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            string[] patients = [.. group.Select(p => p.Key).Order(StringComparer.Ordinal)];
            new StageContext { Seed = seed }.CreateRandom(next).Shuffle(patients);
            // Dealing goes on where the last class ended, so that the folds stay of equal size.
            foreach (string patient in patients) folds[patient] = next++ % count;
        }

        return folds;
    }
}
