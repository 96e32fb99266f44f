namespace StrokeFramework.Lda.Tests;

public sealed class LdaModelFileTests() : ModelFileConduct("lda", "{}", """{ "gamma": 0.5, "priors": "uniform" }""");
