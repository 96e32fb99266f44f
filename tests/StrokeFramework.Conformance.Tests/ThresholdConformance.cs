using StrokeFramework.Conformance.Tests.Stages;
using StrokeFramework.Conformance.Xunit;

namespace StrokeFramework.Conformance.Tests;

public sealed class ThresholdConformance : StageConformance<ThresholdSegmenter>;
