namespace StrokeFramework.Host.Execution;

/// <summary>Lesions that are measured instead of those on a graph's edges. They are found when a node has to measure them.</summary>
/// <param name="hash">A hash of all that they follow from, known before they are found.</param>
/// <param name="find">Finds them.</param>
public sealed class GivenLesions(string hash, Func<LesionSet> find)
{
    private readonly Lazy<LesionSet> _lesions = new(find);

    /// <summary>A hash of all that they follow from.</summary>
    public string Hash { get; } = hash;

    /// <summary>The lesions, found now if they have not been needed so far.</summary>
    public LesionSet Lesions => _lesions.Value;
}
