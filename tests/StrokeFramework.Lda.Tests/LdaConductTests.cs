namespace StrokeFramework.Lda.Tests;

public sealed class LdaConductTests() : ModelConduct("lda");
