namespace StrokeFramework.Host.Pipelines;

/// <summary>An edge of the graph: a port and the name of what feeds it.</summary>
/// <param name="Port">The port's name.</param>
/// <param name="Target">A node's name, or <c>$input</c>.</param>
/// <param name="Location">Where the target stands.</param>
public sealed record InputReference(string Port, string Target, LocatedJson Location)
{
    /// <summary>The name that stands for the study itself.</summary>
    public const string Input = "$input";
}
