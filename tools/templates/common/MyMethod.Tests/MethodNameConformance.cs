using StrokeFramework.Conformance.Xunit;

namespace MethodName.Tests;

/// <summary>What every stage owes, on plain and on awkward inputs: a test for each check.</summary>
public sealed class MethodNameConformance : StageConformance<MethodNameMETHOD-KIND>;
