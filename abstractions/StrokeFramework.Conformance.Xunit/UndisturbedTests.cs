using Xunit;

namespace StrokeFramework.Conformance.Xunit;

/// <summary>Tests beside which nothing else of the test project runs: they time, measure memory and move the current folder.</summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class UndisturbedTests;
