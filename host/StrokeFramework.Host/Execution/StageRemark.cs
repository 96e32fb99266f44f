namespace StrokeFramework.Host.Execution;

/// <summary>Something a stage said.</summary>
/// <param name="Node">The node.</param>
/// <param name="IsWarning">Whether it may make the result wrong.</param>
/// <param name="Message">The sentence.</param>
public sealed record StageRemark(string Node, bool IsWarning, string Message);
