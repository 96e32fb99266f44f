using StrokeFramework.Host.Pipelines;

namespace StrokeFramework.Host.Comparison;

/// <summary>One of the pipelines that are compared: a graph with one choice for every swapped node.</summary>
/// <param name="Name">A short name that no other variant has.</param>
/// <param name="Parts">What the name is made of: a word for the graph and for each swapped node; empty where the variants do not differ.</param>
/// <param name="Plan">The plan.</param>
public sealed record ComparisonVariant(string Name, IReadOnlyList<string> Parts, PipelinePlan Plan);
