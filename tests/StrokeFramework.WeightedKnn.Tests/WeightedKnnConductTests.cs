namespace StrokeFramework.WeightedKnn.Tests;

public sealed class WeightedKnnConductTests() : ModelConduct("weighted-knn");
