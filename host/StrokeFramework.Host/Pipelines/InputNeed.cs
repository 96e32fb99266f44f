namespace StrokeFramework.Host.Pipelines;

/// <summary>Something that a node needs every study to bring.</summary>
/// <param name="Node">The node.</param>
/// <param name="Trait">What the study must carry.</param>
public sealed record InputNeed(string Node, StudyTraits Trait);
