namespace StrokeFramework.WeightedKnn.Tests;

public sealed class WeightedKnnModelFileTests() : ModelFileConduct("weighted-knn", "{}", """{ "neighbors": 3, "weighting": "equal" }""");
