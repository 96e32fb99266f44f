namespace StrokeFramework.BaggedTrees.Tests;

public sealed class BaggedTreesModelFileTests() : ModelFileConduct(
    "bagged-trees", """{ "trees": 2 }""", """{ "trees": 5, "maximumSplits": 3, "splitFeatures": "square-root" }""");
