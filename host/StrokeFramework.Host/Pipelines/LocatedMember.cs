namespace StrokeFramework.Host.Pipelines;

/// <summary>A member of a JSON object, with the place of its name.</summary>
/// <param name="Name">The name.</param>
/// <param name="Position">Where the name stands; null when it comes from the command line.</param>
/// <param name="Value">The value.</param>
public sealed record LocatedMember(string Name, JsonPosition? Position, LocatedJson Value);
