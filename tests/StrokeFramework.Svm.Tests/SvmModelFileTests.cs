namespace StrokeFramework.Svm.Tests;

public sealed class SvmModelFileTests() : ModelFileConduct(
    "svm", "{}", """{ "kernel": "cubic" }""", """{ "kernel": "gaussian-medium" }""", """{ "kernel": "gaussian-medium", "decoding": "votes" }""");
