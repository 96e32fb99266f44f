namespace StrokeFramework.BaggedTrees.Tests;

public sealed class BaggedTreesConductTests() : ModelConduct("bagged-trees");
