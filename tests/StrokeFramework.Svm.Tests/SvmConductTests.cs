namespace StrokeFramework.Svm.Tests;

public sealed class SvmConductTests() : ModelConduct("svm");
